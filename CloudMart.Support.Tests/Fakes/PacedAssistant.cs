using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A chat server whose answers are written piece by piece, whenever the test says so.</summary>
internal sealed class PacedAssistant : IAsyncDisposable
{
    private readonly Channel<PacedAnswer> _asked = Channel.CreateUnbounded<PacedAnswer>();
    private readonly ChatServer _server;

    private PacedAssistant(ChatServer server) => _server = server.Then(AnswerAsync);

    /// <summary>What makes a product ask it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Assistant:Provider"] = "OpenAI",
        ["Assistant:Endpoint"] = _server.Endpoint.ToString(),
        ["Assistant:ApiKey"] = "none",
        ["Assistant:Model"] = "paced",
    };

    public static async Task<PacedAssistant> StartAsync(CancellationToken cancellationToken) =>
        new(await ChatServer.StartAsync(cancellationToken));

    /// <summary>The next answer that it was asked for and that nobody has taken yet.</summary>
    public Task<PacedAnswer> AskedAsync(CancellationToken cancellationToken) =>
        _asked.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(TimeSpan.FromMilliseconds(RealBrowser.Patience), cancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var answer = new PacedAnswer();
        _asked.Writer.TryWrite(answer);
        await answer.SendAsync(context);
    }
}

internal sealed class PacedAnswer
{
    private readonly Channel<string> _chunks = Channel.CreateUnbounded<string>();

    public void Write(string text) => _chunks.Writer.TryWrite(ChatServer.Says(text));

    public void End()
    {
        _chunks.Writer.TryWrite(ChatServer.Finish("stop"));
        _chunks.Writer.TryWrite("[DONE]");
        _chunks.Writer.Complete();
    }

    public async Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        try
        {
            await foreach (var chunk in _chunks.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync($"data: {chunk}\n\n", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has left: the answer was stopped.
        }
    }
}
