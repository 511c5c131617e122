using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace CloudMart.Support.Tests.Api;

internal static class ApiCalls
{
    /// <summary>The body, known to be a problem detail of the reply's own status.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage reply)
    {
        Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        var problem = await reply.JsonAsync();
        Assert.Equal((int)reply.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        return problem;
    }

    public static Task<JsonElement> JsonAsync(this HttpResponseMessage reply) =>
        reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    /// <summary>Says something and comes back with the thread's id.</summary>
    public static async Task<string> SayAsync(this HttpClient caller, string message)
    {
        using var reply = await caller.PostAsJsonAsync("/api/ai/message", new { message }, TestContext.Current.CancellationToken);
        return (await reply.EnsureSuccessStatusCode().JsonAsync()).GetProperty("threadId").GetString()!;
    }

    /// <summary>The thread's events up to the first of <paramref name="type"/>.</summary>
    public static async Task<IReadOnlyList<JsonElement>> EventsUntilAsync(this HttpClient caller, string threadId, string type)
    {
        var token = TestContext.Current.CancellationToken;
        await using var stream = await caller.GetStreamAsync(new Uri($"/api/ai/threads/{threadId}/events", UriKind.Relative), token);
        var seen = new List<JsonElement>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(token))
        {
            seen.Add(JsonDocument.Parse(item.Data).RootElement);
            if (item.EventType == type)
            {
                break;
            }
        }

        return seen;
    }

    /// <summary>Everything but what differs from request to request.</summary>
    public static string WithoutTrace(this JsonElement problem) =>
        string.Join('\n', problem.EnumerateObject().Where(field => field.Name != "traceId").Select(field => field.ToString()));
}
