using System.Text.Json.Nodes;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A run at the fake server, and the frames that tell a stream of it.</summary>
internal sealed class AssistantsRun(
    string id, AssistantsThread thread, JsonObject asked, Func<AssistantsView, AssistantsThought> brain, AssistantsHabits habits)
{
    private const long CreatedAt = 1_795_000_000;

    private readonly List<IReadOnlyList<string>> _rounds = [];
    private readonly int _runsBefore = thread.Runs.Count;
    private Action _then = () => { };
    private readonly List<string> _taken = [];
    private JsonObject? _old;
    private int _looksLeft, _oldLooksLeft;

    public string Id => id;

    public string Status { get; private set; } = "queued";

    public bool IsActive => Status is not ("completed" or "incomplete" or "failed" or "cancelled" or "expired");

    private (string Id, string Name, string Arguments)[] Wanted { get; set; } = [];

    private (string Code, string Message) Error { get; set; }

    /// <summary>Thinks at once; what a stream would have said is returned, what polls see follows after so many looks.</summary>
    public List<string> Think()
    {
        var thought = brain(new AssistantsView(thread.Spoken, _rounds, _runsBefore));
        List<string> frames = [Frame("queued"), Frame("in_progress")];
        (frames, _then) = thought switch
        {
            AssistantsThought.Saying saying => ([.. frames, .. Speak(saying.Pieces, "completed")], () => Status = "completed"),
            AssistantsThought.Calling calling =>
                ([.. frames, .. Speak(calling.Text.Length > 0 ? [calling.Text] : [], "completed")], () => Want(calling.Wanted)),
            AssistantsThought.Ending ending =>
                ([.. frames, .. Speak(ending.Text.Length > 0 ? [ending.Text] : [], "incomplete")], () => End(ending)),
            AssistantsThought.Staying staying =>
                (frames.Concat(Speak(staying.Text.Length > 0 ? [staying.Text] : [], null)).ToList(), () => Status = staying.Status),
            _ => (frames, _then),
        };
        _looksLeft = habits.LooksUntilDecided;
        return frames;
    }

    /// <summary>The thought's end becomes visible.</summary>
    public void Settle()
    {
        _looksLeft = 0;
        _then();
        _then = () => { };
    }

    /// <summary>What a look at the run shows; looking lets it get on.</summary>
    public JsonObject Look()
    {
        if (_oldLooksLeft-- > 0)
        {
            return (JsonObject)_old!.DeepClone();
        }

        if (Status == "cancelling")
        {
            Status = habits.NeverSettles ? Status : "cancelled";
        }
        else if (_looksLeft-- > 0)
        {
            Status = "in_progress";
        }
        else
        {
            Settle();
        }

        return Json();
    }

    /// <returns>Null where it accepts outputs of these ids.</returns>
    public string? Refuses(IReadOnlyList<string> given)
    {
        var wanted = Wanted.Select(call => call.Id).ToList();
        return Status != "requires_action" ? $"Runs in status \"{Status}\" do not accept tool outputs."
            : wanted.Order().SequenceEqual(given.Order()) ? null
            : $"Expected tool outputs for call_ids ['{string.Join("', '", wanted)}'], got ['{string.Join("', '", given)}']";
    }

    /// <returns>False where it goes on waiting for more.</returns>
    public bool Take(IReadOnlyList<(string Id, string Output)> given)
    {
        (_old, _oldLooksLeft) = (Json(), habits.OldLooks);
        var accepted = habits.TakesOneOutput ? 1 : given.Count;
        _taken.AddRange(given.Take(accepted).Select(output => output.Output));
        Wanted = [.. Wanted.Skip(accepted)];
        if (Wanted.Length > 0)
        {
            return false;
        }

        _rounds.Add([.. _taken]);
        _taken.Clear();
        Status = "queued";
        return true;
    }

    public void Become(string status, string code = "", string message = "")
    {
        _then = () => { };
        (Status, Error) = (status, (code, message));
    }

    public string Frame(string? status = null) => AssistantsFrames.Event($"thread.run.{status ?? Status}", Json(status));

    public JsonObject Json(string? status = null)
    {
        var shown = status ?? Status;
        return new JsonObject
        {
            ["id"] = id,
            ["object"] = "thread.run",
            ["created_at"] = CreatedAt,
            ["thread_id"] = thread.Id,
            ["assistant_id"] = asked["assistant_id"]?.DeepClone(),
            ["status"] = shown,
            ["expires_at"] = shown is "completed" or "incomplete" ? null : CreatedAt + LifetimeIn(shown),
            ["required_action"] = shown == "requires_action" ? AssistantsFrames.RequiredAction(Wanted) : null,
            ["last_error"] = shown == "failed"
                ? new JsonObject { ["code"] = Error.Code, ["message"] = Error.Message }
                : null,
            ["incomplete_details"] = shown == "incomplete" ? new JsonObject { ["reason"] = Error.Code } : null,
            ["metadata"] = asked["metadata"]?.DeepClone() ?? new JsonObject(),
            ["usage"] = shown is "completed" or "incomplete" or "failed" or "cancelled"
                ? new JsonObject { ["prompt_tokens"] = habits.PromptTokens, ["completion_tokens"] = 5, ["total_tokens"] = habits.PromptTokens + 5 }
                : null,
        };
    }

    private int LifetimeIn(string status) => status == "requires_action" ? habits.WaitingLifetime ?? habits.RunLifetime : habits.RunLifetime;

    private void Want((string Id, string Name, string Arguments)[] calls)
    {
        Wanted = calls;
        Status = "requires_action";
    }

    private void End(AssistantsThought.Ending ending)
    {
        Error = (ending.Code, ending.Message);
        Status = ending.Status;
    }

    private List<string> Speak(string[] pieces, string? status) =>
        pieces.Length == 0 ? [] : AssistantsFrames.Message(thread.Say(id, string.Concat(pieces)), pieces, status);
}
