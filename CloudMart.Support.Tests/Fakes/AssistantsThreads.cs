using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The threads of the fake server and what can be done with them; <see cref="AssistantsServer"/> says which call does what.</summary>
internal sealed class AssistantsThreads(AssistantsFaults faults, Func<AssistantsView, AssistantsThought> brain)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AssistantsThread> _threads = [];
    private int _ids;

    public AssistantsHabits Habits { get; } = new();

    public T Look<T>(Func<IReadOnlyCollection<AssistantsThread>, T> at)
    {
        lock (_gate)
        {
            return at(_threads.Values);
        }
    }

    public void Forget()
    {
        lock (_gate)
        {
            _threads.Clear();
        }
    }

    public Task CreateAsync(HttpContext context)
    {
        var thread = new AssistantsThread(NewId("thread"));
        lock (_gate)
        {
            _threads.Add(thread.Id, thread);
        }

        return AssistantsReply.WriteAsync(
            context, new JsonObject { ["id"] = thread.Id, ["object"] = "thread", ["metadata"] = new JsonObject() });
    }

    public Task CreateRunAsync(HttpContext context, string id, JsonObject asked) => InThreadAsync(context, id, thread =>
    {
        if (thread.ActiveRun is { } active)
        {
            return AssistantsReply.RefuseAsync(context, 400, $"Thread {thread.Id} already has an active run {active.Id}.");
        }

        foreach (var message in asked["additional_messages"]?.AsArray() ?? [])
        {
            thread.Add(message!.AsObject());
        }

        var run = new AssistantsRun(NewId("run"), thread, asked, brain, Habits);
        thread.Runs.Add(run);
        return ReplyAsync(context, run, [run.Frame(), .. run.Think()], asked);
    });

    public Task SubmitAsync(HttpContext context, string id, string runId, JsonObject asked) => InRunAsync(context, id, runId, run =>
    {
        var given = asked["tool_outputs"]!.AsArray()
            .Select(output => (Id: output!["tool_call_id"]!.GetValue<string>(), Output: output["output"]!.GetValue<string>())).ToList();
        if (run.Refuses([.. given.Select(output => output.Id)]) is { } why)
        {
            return AssistantsReply.RefuseAsync(context, 400, why);
        }

        var frames = run.Take(given) ? run.Think() : [];
        return ReplyAsync(context, run, frames, asked);
    });

    public Task LookAsync(HttpContext context, string id, string runId) => InRunAsync(context, id, runId, run =>
    {
        if (Habits.PollAfterMilliseconds is { } pace)
        {
            context.Response.Headers["openai-poll-after-ms"] = $"{pace}";
        }

        return AssistantsReply.WriteAsync(context, run.Look());
    });

    public Task CancelAsync(HttpContext context, string id, string runId) => InRunAsync(context, id, runId, run =>
    {
        if (!run.IsActive || run.Status == "cancelling")
        {
            return AssistantsReply.RefuseAsync(context, 400, $"Cannot cancel run with status '{run.Status}'.");
        }

        run.Become("cancelling");
        return AssistantsReply.WriteAsync(context, run.Json());
    });

    public Task ListRunsAsync(HttpContext context, string id) => InThreadAsync(context, id, thread =>
    {
        var limit = int.Parse(context.Request.Query["limit"]!, CultureInfo.InvariantCulture);
        return AssistantsReply.WriteAsync(context, AssistantsFrames.List(thread.Runs.AsEnumerable().Reverse().Take(limit).Select(run => run.Json())));
    });

    public Task ListMessagesAsync(HttpContext context, string id) => InThreadAsync(context, id, thread =>
        AssistantsReply.WriteAsync(context, AssistantsFrames.List(thread.NewestMessages)));

    /// <summary>Called within the gate: what a stream tells has all happened before its first byte is sent.</summary>
    private Task ReplyAsync(HttpContext context, AssistantsRun run, List<string> frames, JsonObject asked)
    {
        if (asked["stream"]?.GetValue<bool>() != true)
        {
            return AssistantsReply.WriteAsync(context, run.Json());
        }

        run.Settle();
        frames.AddRange(run.Status is "queued" or "in_progress" ? [] : [run.Frame(), AssistantsFrames.Done]);
        return StreamAsync(context, frames, holds: run.IsActive && run.Status != "requires_action");
    }

    private async Task StreamAsync(HttpContext context, IReadOnlyList<string> frames, bool holds)
    {
        if (await faults.TryStreamAsync(context, frames))
        {
            return;
        }

        await AssistantsReply.StreamAsync(context, frames);
        await (holds ? LoopbackServer.HoldAsync(context) : Task.CompletedTask);
    }

    private Task InThreadAsync(HttpContext context, string id, Func<AssistantsThread, Task> act)
    {
        lock (_gate)
        {
            return _threads.TryGetValue(id, out var thread)
                ? act(thread)
                : AssistantsReply.RefuseAsync(context, 404, $"No thread found with id '{id}'.");
        }
    }

    private Task InRunAsync(HttpContext context, string id, string runId, Func<AssistantsRun, Task> act) =>
        InThreadAsync(context, id, thread => thread.Runs.Find(run => run.Id == runId) is { } run
            ? act(run)
            : AssistantsReply.RefuseAsync(context, 404, $"No run found with id '{runId}'."));

    private string NewId(string kind) => $"{kind}_{++_ids}";
}
