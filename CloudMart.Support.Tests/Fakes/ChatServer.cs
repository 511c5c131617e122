using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A chat completions server that answers by a script, one entry a call; the last entry answers all further calls.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<Func<HttpContext, JsonObject, Task>> _script = new();
    private readonly LoopbackServer _server;
    private Func<HttpContext, JsonObject, Task> _last = (context, _) => RefuseAsync(context, 500, "no_script", "nothing is scripted");

    private ChatServer() => _server = new LoopbackServer(AnswerAsync);

    public Uri Endpoint => new(_server.Address, "/v1");

    public int Calls => _server.Calls;

    /// <summary>The bodies of all calls.</summary>
    public ConcurrentQueue<JsonObject> Asked { get; } = new();

    /// <summary>Path, query and authorization of all calls.</summary>
    public ConcurrentQueue<(string Path, string Key)> Callers { get; } = new();

    public static async Task<ChatServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new ChatServer();
        await server._server.StartAsync(cancellationToken);
        return server;
    }

    public ChatServer Then(RequestDelegate answer) => Then((context, _) => answer(context));

    /// <summary>Streams the chunks, then <c>[DONE]</c>.</summary>
    public ChatServer Streams(params string[] chunks) => Then(context => StreamAsync(context, [.. chunks, "[DONE]"]));

    /// <summary>Streams the chunks, or answers with the whole that they add up to.</summary>
    public ChatServer Gives(bool streamed, params string[] chunks) => streamed ? Streams(chunks) : Answers(WholeCompletion.Of(chunks));

    /// <summary>Streams, from now on, what <paramref name="brain"/> makes of the body that was sent.</summary>
    public ChatServer Thinks(Func<JsonObject, string[]> brain) =>
        Then((context, asked) => StreamAsync(context, [.. brain(asked), "[DONE]"]));

    /// <summary>Streams, from now on, what <paramref name="brain"/> makes of the body that was sent, each chunk when it is there.</summary>
    public ChatServer Writes(Func<JsonObject, CancellationToken, IAsyncEnumerable<string>> brain) => Then(async (context, asked) =>
    {
        await foreach (var chunk in brain(asked, context.RequestAborted))
        {
            await StreamAsync(context, [chunk]);
        }

        await StreamAsync(context, ["[DONE]"]);
    });

    /// <summary>Sends the chunks at once, waits until they were <paramref name="read"/> and breaks the connection.</summary>
    public ChatServer BreaksAfter(Task read, params string[] chunks) => Then(async context =>
    {
        await StreamAsync(context, [string.Join("\n\ndata: ", chunks)]);
        await read;
        context.Abort();
    });

    /// <summary>Streams the chunks and closes as if that had been all.</summary>
    public ChatServer ClosesAfter(params string[] chunks) => Then(context => StreamAsync(context, chunks));

    /// <summary>Streams the chunks and then sends nothing more, without closing.</summary>
    public ChatServer FallsSilentAfter(params string[] chunks) => Then(async context =>
    {
        await StreamAsync(context, chunks);
        await LoopbackServer.HoldAsync(context);
    });

    public ChatServer Answers(string json) => Then(context => WriteAsync(context, 200, json));

    public ChatServer Refuses(int status, string code, string message, string? retryAfter = null) =>
        Then(context => RefuseAsync(context, status, code, message, retryAfter));

    public static string Says(string text) => Chunk(new JsonObject { ["content"] = text });

    public static string Calling(int? index, string? id, string? name, string? arguments)
    {
        var call = new JsonObject { ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments } };
        if (index is not null)
        {
            call["index"] = index;
        }

        if (id is not null)
        {
            call["id"] = id;
        }

        return Chunk(new JsonObject { ["tool_calls"] = new JsonArray(call) });
    }

    public static string Finish(string reason) => Chunk([], reason);

    public static string Usage(int input, int output) =>
        $$$"""{"choices":[],"usage":{"prompt_tokens":{{{input}}},"completion_tokens":{{{output}}}}}""";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ChatServer Then(Func<HttpContext, JsonObject, Task> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    private static string Chunk(JsonObject delta, string? finish = null) => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion.chunk",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finish }),
    }.ToJsonString();

    private static async Task StreamAsync(HttpContext context, IEnumerable<string> chunks)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.ContentType = "text/event-stream; charset=utf-8";
        }

        foreach (var chunk in chunks)
        {
            await context.Response.WriteAsync($"data: {chunk}\n\n");
            await context.Response.Body.FlushAsync();
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string code, string message, string? retryAfter = null)
    {
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        return WriteAsync(context, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } }.ToJsonString());
    }

    private static Task WriteAsync(HttpContext context, int status, string json)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        Callers.Enqueue((context.Request.Path + context.Request.QueryString, $"{headers.Authorization}{headers["api-key"]}"));
        var asked = (await JsonSerializer.DeserializeAsync<JsonObject>(context.Request.Body))!;
        Asked.Enqueue(asked);
        if (_script.TryDequeue(out var answer))
        {
            _last = answer;
        }

        await _last(context, asked);
    }
}
