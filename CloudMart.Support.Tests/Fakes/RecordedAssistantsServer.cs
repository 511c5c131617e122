using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Replays a recorded session of the Assistants protocol, its ids and bodies unchanged. It goes by state, not by strict order: the recorded
/// client created its thread together with its run, or polled more often than ours needs to.
/// </summary>
internal sealed class RecordedAssistantsServer : IAsyncDisposable
{
    private readonly IReadOnlyList<RecordedCall> _recorded;
    private readonly LoopbackServer _server;
    private int _position;
    private JsonNode? _run;

    private RecordedAssistantsServer(IReadOnlyList<RecordedCall> recorded)
    {
        _recorded = recorded;
        _server = new LoopbackServer(AnswerAsync);
    }

    public Uri Endpoint => new(_server.Address, "/v1");

    /// <summary>Method and last part of the path of every call.</summary>
    public List<string> Asked { get; } = [];

    public static async Task<RecordedAssistantsServer> StartAsync(string file, CancellationToken cancellationToken)
    {
        var server = new RecordedAssistantsServer(SharedRecordings.Read(Path.Combine("assistants", file)));
        await server._server.StartAsync(cancellationToken);
        return server;
    }

    /// <summary>The recorded calls of which <paramref name="isWanted"/> holds.</summary>
    public IEnumerable<RecordedCall> Recorded(Func<RecordedCall, bool> isWanted) => _recorded.Where(isWanted);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static bool IsLook(RecordedCall call) => call.Method == "GET" && call.Path.Contains("/runs/run_", StringComparison.Ordinal)
        && !call.Path.EndsWith("/steps", StringComparison.Ordinal);

    private Task AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        var what = path.Split('/')[^1] is var last && last.StartsWith("run_", StringComparison.Ordinal) ? "run" : last;
        Asked.Add($"{method} {what}");
        return (method, what) switch
        {
            ("POST", "threads") => WriteAsync(context, new JsonObject { ["id"] = ThreadId(), ["object"] = "thread" }.ToJsonString()),
            ("POST", "runs" or "submit_tool_outputs") => ReplayAsync(context, call =>
                call.Method == "POST" && call.Path.EndsWith($"/{what}", StringComparison.Ordinal)),
            ("GET", "run") => ReplayAsync(context, IsLook),
            ("GET", "messages") => WriteAsync(context, Messages().ToJsonString()),
            _ => throw new InvalidOperationException($"Nothing like it was recorded: {method} {path}"),
        };
    }

    private string ThreadId() => _recorded.Select(call => call.Path.Split('/').FirstOrDefault(part => part.StartsWith("thread_", StringComparison.Ordinal)))
        .OfType<string>().First();

    private Task ReplayAsync(HttpContext context, Func<RecordedCall, bool> isWanted)
    {
        var index = Enumerable.Range(_position, _recorded.Count - _position).First(index => isWanted(_recorded[index]));
        _position = index + 1;
        var call = _recorded[index];
        _run = call.Body.StartsWith('{') ? JsonNode.Parse(call.Body) : null;
        context.Response.StatusCode = call.Status;
        return WriteAsync(context, call.Body, call.ContentType);
    }

    /// <summary>The thread as it was listed last; what the run was still to say is left out while it waits for outputs.</summary>
    private JsonObject Messages()
    {
        var listed = _recorded.LastOrDefault(call => call.Method == "GET" && call.Path.EndsWith("/messages", StringComparison.Ordinal));
        var list = listed is null ? AssistantsFrames.List([]) : JsonNode.Parse(listed.Body)!.AsObject();
        if (_run?["status"]?.GetValue<string>() == "requires_action")
        {
            list["data"] = new JsonArray(
                [.. list["data"]!.AsArray().Where(message => message!["run_id"] is null).Select(message => message!.DeepClone())]);
        }

        return list;
    }

    private static Task WriteAsync(HttpContext context, string body, string type = "application/json")
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }
}
