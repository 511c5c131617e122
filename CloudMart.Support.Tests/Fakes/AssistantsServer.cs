using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Which call a fault or a count is about.</summary>
public enum AssistantsCall
{
    CreateThread,
    CreateRun,
    Submit,
    GetRun,
    ListRuns,
    ListMessages,
    Cancel,
}

/// <summary>
/// A server of the Assistants v2 protocol in this process: threads, messages, runs, outputs, cancelling, streaming and polling, with the
/// state conflicts of the real one. What the assistant there thinks is a delegate; it thinks in no time.
/// </summary>
public sealed class AssistantsServer : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AssistantsThread> _threads = [];
    private readonly ConcurrentDictionary<AssistantsCall, ConcurrentQueue<Func<HttpContext, Func<Task>, Task>>> _faults = new();
    private readonly ConcurrentQueue<Func<HttpContext, IReadOnlyList<string>, Task>> _streams = new();
    private readonly LoopbackServer _server;
    private readonly Func<AssistantsView, AssistantsThought> _brain;
    private int _ids;

    private AssistantsServer(Func<AssistantsView, AssistantsThought> brain)
    {
        _brain = brain;
        _server = new LoopbackServer(HandleAsync);
    }

    public Uri Endpoint => new(_server.Address, "/v1");

    /// <summary>How many HTTP calls it was sent.</summary>
    public int Calls => _server.Calls;

    /// <summary>Every call in order, with the body of those that have one.</summary>
    public ConcurrentQueue<(AssistantsCall Call, JsonObject? Body)> Asked { get; } = new();

    /// <summary>How many looks at a polled run find it still in progress.</summary>
    public int LooksUntilDecided { get; set; } = 1;

    /// <summary>Seconds after its creation at which a run says that it expires.</summary>
    public int RunLifetime { get; set; } = 600;

    /// <summary>A cancelled run stays <c>cancelling</c> for ever.</summary>
    public bool NeverSettles { get; set; }

    public int Threads
    {
        get
        {
            lock (_gate)
            {
                return _threads.Count;
            }
        }
    }

    /// <summary>The statuses of all runs of all threads, in the order of their creation.</summary>
    public IReadOnlyList<string> RunStatuses
    {
        get
        {
            lock (_gate)
            {
                return [.. _threads.Values.SelectMany(thread => thread.Runs).Select(run => run.Status)];
            }
        }
    }

    /// <summary>What the newest thread holds.</summary>
    public IReadOnlyList<(string Role, string Text)> Messages
    {
        get
        {
            lock (_gate)
            {
                return _threads.Values.Last().Spoken;
            }
        }
    }

    public static async Task<AssistantsServer> StartAsync(
        Func<AssistantsView, AssistantsThought> brain, CancellationToken cancellationToken)
    {
        var server = new AssistantsServer(brain);
        await server._server.StartAsync(cancellationToken);
        return server;
    }

    public int Count(AssistantsCall call) => Asked.Count(asked => asked.Call == call);

    /// <summary>The next such call is handled by <paramref name="fault"/>, which is given what would have been done.</summary>
    public AssistantsServer Next(AssistantsCall call, Func<HttpContext, Func<Task>, Task> fault)
    {
        _faults.GetOrAdd(call, _ => new()).Enqueue(fault);
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

    /// <summary>Not carried out, and no reply.</summary>
    public AssistantsServer Drops(AssistantsCall call) => Next(call, (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public AssistantsServer Refuses(AssistantsCall call, int status, string message) =>
        Next(call, (context, _) => RefuseAsync(context, status, message));

    /// <summary>The next stream is sent by <paramref name="how"/>, which is given the frames of a perfect one.</summary>
    public AssistantsServer NextStream(Func<HttpContext, IReadOnlyList<string>, Task> how)
    {
        _streams.Enqueue(how);
        return this;
    }

    /// <summary>Puts the newest run into a status from outside, e.g. <c>expired</c> while the tools worked.</summary>
    public void Turn(string status)
    {
        lock (_gate)
        {
            _threads.Values.SelectMany(thread => thread.Runs).Last().Become(status);
        }
    }

    public void ForgetThreads()
    {
        lock (_gate)
        {
            _threads.Clear();
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public static async Task SendAsync(HttpContext context, IEnumerable<string> frames)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        foreach (var frame in frames)
        {
            await context.Response.WriteAsync(frame);
        }

        await context.Response.Body.FlushAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
        var body = context.Request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body) : null;
        (AssistantsCall Call, Func<HttpContext, Task> Act) route = (context.Request.Method, path) switch
        {
            ("POST", ["threads"]) => (AssistantsCall.CreateThread, CreateThreadAsync),
            ("POST", ["threads", var id, "runs"]) => (AssistantsCall.CreateRun, c => InThreadAsync(c, id, t => CreateRunAsync(c, t, body!))),
            ("GET", ["threads", var id, "runs"]) => (AssistantsCall.ListRuns, c => InThreadAsync(c, id, t => ListRunsAsync(c, t))),
            ("GET", ["threads", var id, "messages"]) =>
                (AssistantsCall.ListMessages, c => InThreadAsync(c, id, t => WriteAsync(c, AssistantsFrames.List(t.NewestMessages)))),
            ("GET", ["threads", var id, "runs", var run]) => (AssistantsCall.GetRun, c => InRunAsync(c, id, run, (_, r) => LookAsync(c, r))),
            ("POST", ["threads", var id, "runs", var run, "submit_tool_outputs"]) =>
                (AssistantsCall.Submit, c => InRunAsync(c, id, run, (t, r) => SubmitAsync(c, r, body!))),
            ("POST", ["threads", var id, "runs", var run, "cancel"]) =>
                (AssistantsCall.Cancel, c => InRunAsync(c, id, run, (_, r) => CancelAsync(c, r))),
            _ => throw new InvalidOperationException($"No such call: {context.Request.Method} {context.Request.Path}"),
        };
        Asked.Enqueue((route.Call, body));
        await (_faults.TryGetValue(route.Call, out var faults) && faults.TryDequeue(out var fault)
            ? fault(context, () => route.Act(context))
            : route.Act(context));
    }

    private Task CreateThreadAsync(HttpContext context)
    {
        var thread = new AssistantsThread(NewId("thread"));
        lock (_gate)
        {
            _threads.Add(thread.Id, thread);
        }

        return WriteAsync(context, new JsonObject { ["id"] = thread.Id, ["object"] = "thread", ["metadata"] = new JsonObject() });
    }

    private Task CreateRunAsync(HttpContext context, AssistantsThread thread, JsonObject asked)
    {
        AssistantsRun run;
        List<string> frames;
        lock (_gate)
        {
            if (thread.ActiveRun is { } active)
            {
                return RefuseAsync(context, 400, $"Thread {thread.Id} already has an active run {active.Id}.");
            }

            foreach (var message in asked["additional_messages"]?.AsArray() ?? [])
            {
                thread.Add(message!.AsObject());
            }

            run = new AssistantsRun(NewId("run"), thread, asked, _brain) { Lifetime = RunLifetime };
            thread.Runs.Add(run);
            frames = [run.Frame(), .. run.Think(LooksUntilDecided)];
        }

        return ReplyAsync(context, run, frames, asked);
    }

    private Task SubmitAsync(HttpContext context, AssistantsRun run, JsonObject asked)
    {
        List<string> frames;
        lock (_gate)
        {
            if (run.Status != "requires_action")
            {
                return RefuseAsync(context, 400, $"Runs in status \"{run.Status}\" do not accept tool outputs.");
            }

            var given = asked["tool_outputs"]!.AsArray().Select(output => output!["tool_call_id"]!.GetValue<string>()).ToList();
            var wanted = run.Wanted.Select(call => call.Id).ToList();
            if (!wanted.Order().SequenceEqual(given.Order()))
            {
                return RefuseAsync(
                    context, 400, $"Expected tool outputs for call_ids ['{string.Join("', '", wanted)}'], got ['{string.Join("', '", given)}']");
            }

            run.Take([.. asked["tool_outputs"]!.AsArray().Select(output => output!["output"]!.GetValue<string>())]);
            frames = run.Think(LooksUntilDecided);
        }

        return ReplyAsync(context, run, frames, asked);
    }

    private async Task ReplyAsync(HttpContext context, AssistantsRun run, List<string> frames, JsonObject asked)
    {
        if (asked["stream"]?.GetValue<bool>() != true)
        {
            await WriteAsync(context, run.Json());
            return;
        }

        lock (_gate)
        {
            run.Settle();
            frames.AddRange(run.Status is "queued" or "in_progress" ? [] : [run.Frame(), AssistantsFrames.Done]);
        }

        if (_streams.TryDequeue(out var how))
        {
            await how(context, frames);
        }
        else
        {
            await SendAsync(context, frames);
            await (run.IsActive && run.Status != "requires_action" ? LoopbackServer.HoldAsync(context) : Task.CompletedTask);
        }
    }

    private Task LookAsync(HttpContext context, AssistantsRun run)
    {
        JsonObject json;
        lock (_gate)
        {
            if (run.Status != "cancelling" || !NeverSettles)
            {
                run.Look();
            }

            json = run.Json();
        }

        return WriteAsync(context, json);
    }

    private Task CancelAsync(HttpContext context, AssistantsRun run)
    {
        lock (_gate)
        {
            if (!run.IsActive || run.Status == "cancelling")
            {
                return RefuseAsync(context, 400, $"Cannot cancel run with status '{run.Status}'.");
            }

            run.Become("cancelling");
            return WriteAsync(context, run.Json());
        }
    }

    private Task ListRunsAsync(HttpContext context, AssistantsThread thread)
    {
        lock (_gate)
        {
            return WriteAsync(context, AssistantsFrames.List(thread.Runs.AsEnumerable().Reverse().Take(1).Select(run => run.Json())));
        }
    }

    private Task InThreadAsync(HttpContext context, string id, Func<AssistantsThread, Task> act)
    {
        AssistantsThread? thread;
        lock (_gate)
        {
            _threads.TryGetValue(id, out thread);
        }

        return thread is null ? RefuseAsync(context, 404, $"No thread found with id '{id}'.") : act(thread);
    }

    private Task InRunAsync(HttpContext context, string id, string runId, Func<AssistantsThread, AssistantsRun, Task> act) =>
        InThreadAsync(context, id, thread => thread.Runs.Find(run => run.Id == runId) is { } run
            ? act(thread, run)
            : RefuseAsync(context, 404, $"No run found with id '{runId}'."));

    private static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = null, ["code"] = null },
        });
    }

    private static Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString());
    }

    private string NewId(string kind) => $"{kind}_{Interlocked.Increment(ref _ids)}";
}
