using System.Net;
using System.Net.Http.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Health;

[Trait("Needs", "Server")]
public sealed class HealthTests
{
    private const string Secret = "Password=hunter2";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_can_serve_is_live_and_ready_and_says_so_part_by_part()
    {
        await using var portal = new Portal();

        Assert.Equal((HttpStatusCode.OK, "healthy"), await AskAsync(portal, "live"));
        Assert.Equal((HttpStatusCode.OK, "healthy\nstore healthy\nfeed healthy\nprovider healthy"), await AskAsync(portal, "ready"));
    }

    [Fact]
    public async Task While_the_store_is_away_a_node_is_live_and_not_ready_and_tells_no_cause()
    {
        await using var portal = new Portal(
            services: services => services.AddSingleton<IConversationLog>(new BrokenLog(new InvalidOperationException(Secret))));

        Assert.Equal((HttpStatusCode.OK, "healthy"), await AskAsync(portal, "live"));
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "unhealthy\nstore unhealthy\nfeed healthy\nprovider healthy"), await AskAsync(portal, "ready"));
    }

    [Fact]
    public async Task A_feed_that_loses_what_it_is_given_is_told_and_takes_no_node_away()
    {
        await using var portal = new Portal(services: services => services.AddSingleton<IConversationFeed>(new LossyFeed(_ => true)));

        Assert.Equal((HttpStatusCode.OK, "degraded\nstore healthy\nfeed degraded\nprovider healthy"), await AskAsync(portal, "ready"));
    }

    [Fact]
    public async Task A_provider_that_is_set_up_wrong_is_told_and_takes_no_node_away()
    {
        await using var portal = new Portal();
        portal.Assistant.Then(new StepFailed(StepFailure.Misconfigured, $"Assistant:ApiKey was refused: {Secret}"));
        using var ana = await portal.CallerAsync("customer-1");
        using var answered = await ana.PostAsJsonAsync("/api/ai/message", new { message = "Hi" }, Token);

        Assert.Equal((HttpStatusCode.OK, "degraded\nstore healthy\nfeed healthy\nprovider degraded"), await AskAsync(portal, "ready"));
        Assert.Single(portal.Assistant.Asked);
    }

    [Fact]
    public void A_provider_counts_as_failing_after_three_lost_steps_in_a_row_and_recovers_with_one_that_succeeds()
    {
        var steps = new RecentSteps();
        Lose();
        Lose();
        Assert.False(steps.AreFailing);
        Lose();
        Assert.True(steps.AreFailing);

        steps.Add(new Answered("Hello."));
        Assert.False(steps.AreFailing);

        void Lose() => steps.Add(new StepFailed(StepFailure.Unavailable, "no reply"));
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(Portal portal, string what)
    {
        using var client = portal.CreateClient();
        using var reply = await client.GetAsync(new Uri($"/health/{what}", UriKind.Relative), Token);
        Assert.Equal("text/plain", reply.Content.Headers.ContentType?.MediaType);
        return (reply.StatusCode, await reply.Content.ReadAsStringAsync(Token));
    }
}
