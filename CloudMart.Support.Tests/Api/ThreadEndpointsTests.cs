using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.SignIn;
using CloudMart.Support.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.Api;

[Trait("Needs", "Server")]
public sealed class ThreadEndpointsTests : IAsyncDisposable
{
    private readonly Portal _portal = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_events_of_a_thread_come_first_from_the_log_and_then_live()
    {
        _portal.Assistant.Says("Hello.").Says("You are welcome.");
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Hi");
        await using var events = await StreamAsync(ana, $"/api/ai/threads/{threadId}/events");

        Assert.Equal(["CustomerSaid", "RunStarted", "AssistantSaid", "RunEnded"], await TypesAsync(events, 4));
        await ana.PostAsJsonAsync("/api/ai/message", new { threadId, message = "Thanks" }, Token);

        Assert.Equal(["CustomerSaid", "RunStarted", "AssistantSaid", "RunEnded"], await TypesAsync(events, 4));
        Assert.Equal("8", events.Current.EventId);
    }

    [Theory]
    [InlineData("?after=2", null)]
    [InlineData("", "2")]
    [InlineData("?after=0", "2")]
    public async Task They_go_on_after_the_number_that_the_caller_has(string query, string? lastEventId)
    {
        _portal.Assistant.Says("Hello.");
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Hi");

        await using var events = await StreamAsync(ana, $"/api/ai/threads/{threadId}/events{query}", lastEventId);

        Assert.Equal(["AssistantSaid", "RunEnded"], await TypesAsync(events, 2));
    }

    [Fact]
    public async Task An_event_shows_what_was_said_and_nothing_of_how_it_is_run()
    {
        _portal.Assistant
            .Then(new ToolsRequired("Looking.", [new ToolCall("call-1", "get_order", "{\"orderId\":\"CM-7890\"}")], "secret-state"))
            .Then(new Answered("It is pending.", "secret-state"));
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Where is CM-7890?");
        await using var events = await StreamAsync(ana, $"/api/ai/threads/{threadId}/events");

        var seen = new List<JsonElement>();
        while (seen.Count == 0 || seen[^1].GetProperty("type").GetString() != "RunEnded")
        {
            Assert.True(await events.MoveNextAsync());
            seen.Add(JsonDocument.Parse(events.Current.Data).RootElement);
        }

        var asked = seen.Single(e => e.GetProperty("type").GetString() == "ToolRequested").GetProperty("fields");
        Assert.Equal("get_order", asked.GetProperty("calls")[0].GetProperty("name").GetString());
        Assert.Equal("It is pending.", seen[^2].GetProperty("fields").GetProperty("text").GetString());
        var all = string.Join('\n', seen.Select(e => e.GetRawText()));
        foreach (var hidden in new[] { "secret-state", "claim", "providerState", "call-1", "usage", "output" })
        {
            Assert.DoesNotContain(hidden, all, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_stream_of_a_browser_ends_when_it_signs_out()
    {
        await using var portal = new Portal(new() { ["Authentication:CheckEvery"] = "00:00:01" });
        portal.Assistant.Says("Hello.");
        using var ana = await portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Hi");
        using var browser = await Browser.SignedInAsync(portal, "customer-1");
        await using var events = await StreamAsync(browser.Client, $"/api/ai/threads/{threadId}/events");
        Assert.Equal(4, (await TypesAsync(events, 4)).Count);

        await browser.SignOutAsync(SignInSchemes.Customer);

        await EndsAsync(events);
    }

    [Fact]
    public async Task The_stream_of_a_token_ends_when_it_expires()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new Portal(services: services => services.AddSingleton<TimeProvider>(clock));
        portal.Assistant.Says("Hello.");
        using var ana = await portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Hi");
        await using var events = await StreamAsync(ana, $"/api/ai/threads/{threadId}/events");
        Assert.Equal(4, (await TypesAsync(events, 4)).Count);

        clock.Advance(TimeSpan.FromDays(2));

        await EndsAsync(events);
    }

    [Fact]
    public async Task Another_customers_thread_and_one_that_never_began_are_the_same_problem()
    {
        _portal.Assistant.Says("Hello.");
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Hi");
        using var ben = await _portal.CallerAsync("customer-2");

        using var hers = await ben.GetAsync(new Uri($"/api/ai/threads/{threadId}/events", UriKind.Relative), Token);
        using var nobodys = await ben.GetAsync(new Uri("/api/ai/threads/never-began/events", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NotFound, hers.StatusCode);
        Assert.Equal((await nobodys.ProblemAsync()).WithoutTrace(), (await hers.ProblemAsync()).WithoutTrace());
    }

    [Fact]
    public async Task Customers_list_their_own_threads_only()
    {
        _portal.Assistant.Says("Hello.");
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await ana.SayAsync("Hi there");
        using var ben = await _portal.CallerAsync("customer-2");

        var hers = await ana.GetFromJsonAsync<JsonElement>("/api/ai/threads", Token);
        var his = await ben.GetFromJsonAsync<JsonElement>("/api/ai/threads", Token);

        var line = Assert.Single(hers.GetProperty("threads").EnumerateArray());
        Assert.Equal((threadId, "Hi there"), (line.GetProperty("threadId").GetString(), line.GetProperty("title").GetString()));
        Assert.Empty(his.GetProperty("threads").EnumerateArray());
    }

    [Theory]
    [InlineData("/api/ai/threads?cursor=made-up", HttpStatusCode.BadRequest)]
    [InlineData("/api/orders?cursor=made-up", HttpStatusCode.BadRequest)]
    [InlineData("/api/ai/threads/x/events?after=many", HttpStatusCode.BadRequest)]
    [InlineData("/api/orders/CM-1", HttpStatusCode.NotFound)]
    [InlineData("/api/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("/api/ai/message", HttpStatusCode.NotFound)]
    public async Task A_wrong_address_is_a_problem(string address, HttpStatusCode status)
    {
        using var ana = await _portal.CallerAsync("customer-1");

        using var reply = await ana.GetAsync(new Uri(address, UriKind.Relative), Token);

        Assert.Equal(status, reply.StatusCode);
        await reply.ProblemAsync();
    }

    [Fact]
    public async Task A_customers_orders_are_listed_and_a_strangers_is_none()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        using var ben = await _portal.CallerAsync("customer-2");

        var hers = await ana.GetFromJsonAsync<JsonElement>("/api/orders", Token);
        using var his = await ben.GetAsync(new Uri("/api/orders/CM-7890", UriKind.Relative), Token);

        Assert.Contains("CM-7890", hers.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("orderId").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, his.StatusCode);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private static async Task<IAsyncEnumerator<SseItem<string>>> StreamAsync(HttpClient caller, string address, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var reply = await caller.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", reply.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return SseParser.Create(await reply.Content.ReadAsStreamAsync(Token)).EnumerateAsync(Token).GetAsyncEnumerator(Token);
    }

    /// <summary>A stream that is cut says so as a connection that is lost.</summary>
    private static async Task EndsAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            Assert.False(await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token));
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException)
        {
            // Cut.
        }
    }

    private static async Task<List<string>> TypesAsync(IAsyncEnumerator<SseItem<string>> events, int count)
    {
        var types = new List<string>();
        while (types.Count < count && await events.MoveNextAsync())
        {
            types.Add(events.Current.EventType);
        }

        return types;
    }
}
