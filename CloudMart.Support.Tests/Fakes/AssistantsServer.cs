using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// A server of the Assistants v2 protocol in this process: threads, messages, runs, outputs, cancelling, streaming and polling, with the
/// state conflicts of the real one. What the assistant there thinks is a delegate; it thinks in no time.
/// </summary>
public sealed class AssistantsServer : IAsyncDisposable
{
    private readonly AssistantsFaults _faults = new();
    private readonly AssistantsThreads _threads;
    private readonly LoopbackServer _server;

    private AssistantsServer(Func<AssistantsView, AssistantsThought> brain)
    {
        _threads = new AssistantsThreads(_faults, brain);
        _server = new LoopbackServer(HandleAsync);
    }

    public Uri Endpoint => new(_server.Address, "/v1");

    /// <summary>How many HTTP calls it was sent.</summary>
    public int Calls => _server.Calls;

    /// <summary>Every call in order, with the body of those that have one.</summary>
    public ConcurrentQueue<(AssistantsCall Call, JsonObject? Body)> Asked { get; } = new();

    public AssistantsHabits Habits => _threads.Habits;

    public int Threads => _threads.Look(threads => threads.Count);

    /// <summary>The statuses of all runs of all threads, in the order of their creation.</summary>
    public IReadOnlyList<string> RunStatuses =>
        _threads.Look<IReadOnlyList<string>>(threads => [.. threads.SelectMany(thread => thread.Runs).Select(run => run.Status)]);

    /// <summary>The runs, of whichever thread, that somebody would have to come back for, or cancel.</summary>
    public IReadOnlyList<string> LiveRuns => _threads.Look<IReadOnlyList<string>>(threads =>
        [.. threads.SelectMany(thread => thread.Runs).Where(run => run.IsActive && run.Status != "cancelling").Select(run => run.Id)]);

    /// <summary>The messages, of whichever thread, that carry the number of another one there.</summary>
    public IReadOnlyList<string> DoubledMessages => _threads.Look<IReadOnlyList<string>>(threads =>
    [
        .. threads.SelectMany(thread => thread.NewestMessages
            .Where(message => message["metadata"]!["number"] is not null)
            .GroupBy(message => message["metadata"]!["number"]!.GetValue<string>())
            .Where(same => same.Skip(1).Any())
            .Select(same => $"{thread.Id}/{same.Key}")),
    ]);

    /// <summary>What the newest thread holds.</summary>
    public IReadOnlyList<(string Role, string Text)> Messages => _threads.Look(threads => threads.Last().Spoken);

    public static async Task<AssistantsServer> StartAsync(
        Func<AssistantsView, AssistantsThought> brain, CancellationToken cancellationToken)
    {
        var server = new AssistantsServer(brain);
        await server._server.StartAsync(cancellationToken);
        return server;
    }

    public int Count(AssistantsCall call) => Asked.Count(asked => asked.Call == call);

    /// <summary>The bodies of all such calls, in order.</summary>
    public IReadOnlyList<JsonObject> Bodies(AssistantsCall call) =>
        [.. Asked.Where(asked => asked.Call == call).Select(asked => asked.Body).OfType<JsonObject>()];

    /// <summary>The next such call is handled by <paramref name="fault"/>, which is given what would have been done.</summary>
    public AssistantsServer Next(AssistantsCall call, Func<HttpContext, Func<Task>, Task> fault)
    {
        _faults.Add(call, fault);
        return this;
    }

    /// <summary>Carried out, and the reply is lost.</summary>
    public AssistantsServer LosesReplyOf(AssistantsCall call) => Next(call, async (context, act) =>
    {
        var body = context.Response.Body;
        context.Response.Body = Stream.Null;
        await act();
        context.Response.Body = body;
        context.Abort();
    });

    /// <summary>Carried out, and nobody waits for the reply any more because of what happens meanwhile.</summary>
    public AssistantsServer Unheard(AssistantsCall call, Func<Task> meanwhile) => Next(call, async (context, act) =>
    {
        context.Response.Body = Stream.Null;
        var acting = act();
        await meanwhile();
        await acting;
    });

    /// <summary>Not carried out, and no reply.</summary>
    public AssistantsServer Drops(AssistantsCall call) => Next(call, (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public AssistantsServer Refuses(AssistantsCall call, int status, string message) =>
        Next(call, (context, _) => AssistantsReply.RefuseAsync(context, status, message));

    /// <summary>The next stream is sent by <paramref name="how"/>, which is given the frames of a perfect one.</summary>
    public AssistantsServer NextStream(Func<HttpContext, IReadOnlyList<string>, Task> how)
    {
        _faults.Add(how);
        return this;
    }

    /// <summary>Puts the newest run into a status from outside, e.g. <c>expired</c> while the tools worked.</summary>
    public void Turn(string status, string code = "", string message = "") => _threads.Look(threads =>
    {
        threads.SelectMany(thread => thread.Runs).Last().Become(status, code, message);
        return status;
    });

    public void ForgetThreads() => _threads.Forget();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
        var body = context.Request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body) : null;
        (AssistantsCall Call, Func<Task> Act) route = (context.Request.Method, path) switch
        {
            ("POST", ["threads"]) => (AssistantsCall.CreateThread, () => _threads.CreateAsync(context)),
            ("POST", ["threads", var id, "runs"]) => (AssistantsCall.CreateRun, () => _threads.CreateRunAsync(context, id, body!)),
            ("GET", ["threads", var id, "runs"]) => (AssistantsCall.ListRuns, () => _threads.ListRunsAsync(context, id)),
            ("GET", ["threads", var id, "messages"]) => (AssistantsCall.ListMessages, () => _threads.ListMessagesAsync(context, id)),
            ("GET", ["threads", var id, "runs", var run]) => (AssistantsCall.GetRun, () => _threads.LookAsync(context, id, run)),
            ("POST", ["threads", var id, "runs", var run, "submit_tool_outputs"]) =>
                (AssistantsCall.Submit, () => _threads.SubmitAsync(context, id, run, body!)),
            ("POST", ["threads", var id, "runs", var run, "cancel"]) => (AssistantsCall.Cancel, () => _threads.CancelAsync(context, id, run)),
            _ => throw new InvalidOperationException($"No such call: {context.Request.Method} {context.Request.Path}"),
        };
        Asked.Enqueue((route.Call, body));
        await _faults.HandleAsync(route.Call, context, route.Act);
    }
}
