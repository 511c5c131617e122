using System.Text.Json.Nodes;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A run at the fake server, and the frames that tell a stream of it.</summary>
internal sealed class AssistantsRun(string id, AssistantsThread thread, JsonObject asked, Func<AssistantsView, AssistantsThought> brain)
{
    private const long CreatedAt = 1_795_000_000;

    private readonly List<IReadOnlyList<string>> _rounds = [];
    private readonly int _runsBefore = thread.Runs.Count;
    private Action _then = () => { };
    private int _looksLeft;

    public string Id => id;

    public string Status { get; private set; } = "queued";

    public bool IsActive => Status is not ("completed" or "incomplete" or "failed" or "cancelled" or "expired");

    public (string Id, string Name, string Arguments)[] Wanted { get; private set; } = [];

    /// <summary>How long after its creation the run says that it expires.</summary>
    public int Lifetime { get; set; } = 600;

    private (string Code, string Message) Error { get; set; }

    /// <summary>Thinks at once; what a stream would have said is returned, what polls see follows after so many looks.</summary>
    public List<string> Think(int looks)
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
        _looksLeft = looks;
        return frames;
    }

    /// <summary>The thought's end becomes visible.</summary>
    public void Settle()
    {
        _looksLeft = 0;
        _then();
        _then = () => { };
    }

    public void Look()
    {
        if (Status == "cancelling")
        {
            Status = "cancelled";
        }
        else if (_looksLeft-- > 0)
        {
            Status = "in_progress";
        }
        else
        {
            Settle();
        }
    }

    public void Take(IReadOnlyList<string> outputs)
    {
        _rounds.Add(outputs);
        Wanted = [];
        Status = "queued";
    }

    public void Become(string status)
    {
        _then = () => { };
        Status = status;
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
            ["expires_at"] = shown is "completed" or "incomplete" ? null : CreatedAt + Lifetime,
            ["required_action"] = shown == "requires_action" ? AssistantsFrames.RequiredAction(Wanted) : null,
            ["last_error"] = shown == "failed"
                ? new JsonObject { ["code"] = Error.Code, ["message"] = Error.Message }
                : null,
            ["incomplete_details"] = shown == "incomplete" ? new JsonObject { ["reason"] = Error.Code } : null,
            ["metadata"] = asked["metadata"]?.DeepClone() ?? new JsonObject(),
            ["usage"] = shown is "completed" or "incomplete"
                ? new JsonObject { ["prompt_tokens"] = 10, ["completion_tokens"] = 5, ["total_tokens"] = 15 }
                : null,
        };
    }

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
