using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Api;

[Trait("Needs", "Server")]
public sealed class ActionEndpointsTests : IAsyncDisposable
{
    /// <summary>The card of a first message's first call.</summary>
    private const string Card = "3-0";

    private readonly ShiftableClock _clock = new();
    private readonly Portal _portal;

    public ActionEndpointsTests() => _portal = new Portal(services: services => services.AddSingleton<TimeProvider>(_clock));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_draws_a_card_waits_for_confirmation()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        AssistantAsksToReturn();

        using var reply = await ana.PostAsJsonAsync("/api/ai/message", new { message = "I want to return the skillet" }, Token);

        var answer = await reply.JsonAsync();
        Assert.Equal("waiting_for_confirmation", answer.GetProperty("status").GetString());
        Assert.Equal("Please decide.", answer.GetProperty("response").GetString());
        Assert.Equal("delivered", await StatusOfOrderAsync(ana));
    }

    [Fact]
    public async Task Confirming_is_taken_once_and_what_came_of_it_is_an_event()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await AskedAsync(ana);

        using var first = await ana.PostAsync(PathOf(threadId, "confirm"), null, Token);
        using var second = await ana.PostAsync(PathOf(threadId, "confirm"), null, Token);
        using var change = await ana.PostAsync(PathOf(threadId, "decline"), null, Token);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("""{"status":"taken"}""", await first.Content.ReadAsStringAsync(Token));
        Assert.Equal([HttpStatusCode.Conflict, HttpStatusCode.Conflict], [second.StatusCode, change.StatusCode]);
        Assert.Contains("not open any more", (await second.ProblemAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        var ended = (await ana.EventsUntilAsync(threadId, "OperationEnded"))[^1].GetProperty("fields");
        Assert.Equal((Card, "Done"), (ended.GetProperty("action").GetString(), ended.GetProperty("ending").GetString()));
        Assert.Equal("CM-7820", ended.GetProperty("receipt").GetProperty("orderId").GetString());
        Assert.Equal("return requested", await StatusOfOrderAsync(ana));
    }

    [Fact]
    public async Task Declining_leaves_everything_as_it_is()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await AskedAsync(ana);

        using var reply = await ana.PostAsync(PathOf(threadId, "decline"), null, Token);
        using var late = await ana.PostAsync(PathOf(threadId, "confirm"), null, Token);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], [reply.StatusCode, late.StatusCode]);
        var declined = (await ana.EventsUntilAsync(threadId, "ActionDeclined"))[^1].GetProperty("fields");
        Assert.Equal(Card, declined.GetProperty("action").GetString());
        Assert.Equal("delivered", await StatusOfOrderAsync(ana));
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_it_is_too_late()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await AskedAsync(ana);
        _clock.Shift(TimeSpan.FromMinutes(15));

        using var reply = await ana.PostAsync(PathOf(threadId, "confirm"), null, Token);

        Assert.Equal(HttpStatusCode.Conflict, reply.StatusCode);
        Assert.Contains("time to answer this is up", (await reply.ProblemAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("delivered", await StatusOfOrderAsync(ana));
    }

    [Theory]
    [InlineData("3-1")]
    [InlineData("1-0")]
    [InlineData("999-0")]
    [InlineData("9223372036854775807-0")]
    [InlineData("three")]
    public async Task A_card_that_there_never_was_is_a_problem(string action)
    {
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await AskedAsync(ana);

        using var reply = await ana.PostAsync(PathOf(threadId, "confirm", action), null, Token);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        await reply.ProblemAsync();
    }

    [Fact]
    public async Task Another_customers_card_and_one_that_never_was_are_the_same_problem()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await AskedAsync(ana);
        using var ben = await _portal.CallerAsync("customer-2");

        using var hers = await ben.PostAsync(PathOf(threadId, "confirm"), null, Token);
        using var nobodys = await ben.PostAsync(PathOf("never-began", "confirm"), null, Token);

        Assert.Equal(HttpStatusCode.NotFound, hers.StatusCode);
        Assert.Equal((await nobodys.ProblemAsync()).WithoutTrace(), (await hers.ProblemAsync()).WithoutTrace());
        Assert.Equal("delivered", await StatusOfOrderAsync(ana));
    }

    [Fact]
    public async Task A_cookie_alone_presses_no_button()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await AskedAsync(ana);
        using var browser = await Browser.SignedInAsync(_portal, "customer-1");

        using var without = await browser.Client.PostAsync(PathOf(threadId, "confirm"), null, Token);
        using var given = await browser.Client.GetAsync(new Uri("/api/antiforgery", UriKind.Relative), Token);
        var proof = await given.JsonAsync();
        browser.Client.DefaultRequestHeaders.Add(proof.GetProperty("header").GetString()!, proof.GetProperty("token").GetString());
        using var with = await browser.Client.PostAsync(PathOf(threadId, "confirm"), null, Token);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.OK], [without.StatusCode, with.StatusCode]);
        await without.ProblemAsync();
    }

    [Fact]
    public async Task The_card_s_event_shows_what_the_customer_sees_and_nothing_of_how_it_is_done()
    {
        using var ana = await _portal.CallerAsync("customer-1");
        var threadId = await AskedAsync(ana);

        var proposed = (await ana.EventsUntilAsync(threadId, "ActionProposed"))[^1].GetProperty("fields");

        Assert.Equal((Card, "return_items"), (proposed.GetProperty("action").GetString(), proposed.GetProperty("act").GetString()));
        Assert.Equal("Return 1 item of CM-7820", proposed.GetProperty("card").GetProperty("title").GetString());
        Assert.True(proposed.GetProperty("expiresAt").GetDateTimeOffset() > _clock.GetUtcNow());
        Assert.False(proposed.TryGetProperty("arguments", out _));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private static Uri PathOf(string threadId, string answer, string action = Card) =>
        new($"/api/ai/threads/{threadId}/actions/{action}/{answer}", UriKind.Relative);

    private static async Task<string?> StatusOfOrderAsync(HttpClient caller) =>
        (await caller.GetFromJsonAsync<JsonElement>("/api/orders/CM-7820", Token)).GetProperty("status").GetString();

    private void AssistantAsksToReturn() => _portal.Assistant
        .Calls(("return_items", """{"orderId":"CM-7820","itemIds":["6230-1"],"refundTo":"credit_card_4242"}"""))
        .Says("Please decide.");

    private Task<string> AskedAsync(HttpClient caller)
    {
        AssistantAsksToReturn();
        return caller.SayAsync("I want to return the skillet");
    }
}
