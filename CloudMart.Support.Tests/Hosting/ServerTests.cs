using System.Net;
using System.Net.Http.Json;
using CloudMart.Support.Tests.Api;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Hosting;

/// <summary>What only the real server does, over a real connection.</summary>
[Trait("Needs", "Server")]
public sealed class ServerTests : IAsyncDisposable
{
    private readonly Portal _portal = new();

    public ServerTests() => _portal.UseKestrel(0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_body_of_more_than_64_KB_is_a_problem()
    {
        using var ana = await _portal.CallerAsync("customer-1");

        using var reply = await ana.PostAsJsonAsync("/api/ai/message", new { message = new string('x', 70_000) }, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.StatusCode);
        await reply.ProblemAsync();
    }

    [Theory]
    [InlineData("/signin", HttpStatusCode.OK)]
    [InlineData("/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/api/orders", HttpStatusCode.Unauthorized)]
    public async Task Every_answer_says_how_it_may_be_used_and_not_what_made_it(string path, HttpStatusCode status)
    {
        using var client = _portal.CreateClient();

        using var reply = await client.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(status, reply.StatusCode);
        Assert.Equal("nosniff", Assert.Single(reply.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
            Assert.Single(reply.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("same-origin", Assert.Single(reply.Headers.GetValues("Referrer-Policy")));
        Assert.False(reply.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Where_there_is_no_page_a_page_says_so()
    {
        using var client = _portal.CreateClient();

        using var reply = await client.GetAsync(new Uri("/nothing/here", UriKind.Relative), Token);

        Assert.Contains("There is nothing here", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_answers_before_there_is_anything_to_tell()
    {
        _portal.Assistant.Says("Hello.");
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Hi");

        using var reply = await ana.GetAsync(
            new Uri($"/api/ai/threads/{threadId}/events?after=4", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token)
            .WaitAsync(TimeSpan.FromSeconds(20), Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task An_open_stream_does_not_keep_the_host_from_stopping()
    {
        _portal.Assistant.Says("Hello.");
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Hi");
        using var reply = await ana.GetAsync(
            new Uri($"/api/ai/threads/{threadId}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);

        await _portal.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Token);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();
}
