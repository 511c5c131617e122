using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Benchmarks.Streaming;

/// <summary>A chat server that answers every message with <see cref="AnswerWords"/>, a piece every 5 ms.</summary>
internal static class WritingAssistant
{
    private static readonly TimeSpan BetweenPieces = TimeSpan.FromMilliseconds(5);

    public static Dictionary<string, string?> SettingsFor(ChatServer server) => new()
    {
        ["Assistant:Provider"] = "OpenAI",
        ["Assistant:Endpoint"] = server.Endpoint.ToString(),
        ["Assistant:ApiKey"] = "none",
        ["Assistant:Model"] = "benchmark",
    };

    public static async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        using var clock = new PeriodicTimer(BetweenPieces);
        foreach (var piece in AnswerWords.Pieces)
        {
            await SendAsync(context, ChatServer.Says(piece));
            await clock.WaitForNextTickAsync(context.RequestAborted);
        }

        await SendAsync(context, ChatServer.Finish("stop"));
        await SendAsync(context, "[DONE]");
    }

    private static async Task SendAsync(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
