using System.Net.Http.Json;
using CloudMart.Support.Benchmarks.Streaming;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Benchmarks.Watching;

/// <summary>Customers who each have a conversation and write again as soon as they are answered.</summary>
internal sealed class BusyDesk(HttpClient api)
{
    private const int Pieces = 60;
    private static readonly TimeSpan BetweenPieces = TimeSpan.FromMilliseconds(50);

    private int _turns;

    /// <summary>How many answers have come to an end.</summary>
    public int Turns => _turns;

    /// <summary>Three seconds of some 40 words.</summary>
    public static async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        using var clock = new PeriodicTimer(BetweenPieces);
        foreach (var piece in AnswerWords.Pieces.Take(Pieces))
        {
            await SendAsync(context, ChatServer.Says(piece));
            await clock.WaitForNextTickAsync(context.RequestAborted);
        }

        await SendAsync(context, ChatServer.Finish("stop"));
        await SendAsync(context, "[DONE]");
    }

    /// <summary>One customer, until canceled.</summary>
    public async Task TalkAsync(int customer, CancellationToken cancellationToken)
    {
        string? thread = null;
        for (var message = 1; !cancellationToken.IsCancellationRequested; message++)
        {
            var said = new { threadId = thread, message = $"Question {message} of customer {customer}: where is my parcel?" };
            using var reply = await api.PostAsJsonAsync("/api/ai/message", said, cancellationToken);
            var answered = await reply.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(cancellationToken);
            thread = answered.GetProperty("threadId").GetString();
            Interlocked.Increment(ref _turns);
        }
    }

    private static async Task SendAsync(HttpContext context, string data)
    {
        await context.Response.WriteAsync($"data: {data}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
