using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Conversations;

public sealed class MessageLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_message_more_than_a_minute_allows_has_to_wait_and_nothing_is_appended()
    {
        await using var desk = new Desk(services => services.Configure<RateLimitOptions>(limit => limit.MessagesPerMinute = 2));
        var id = await desk.SayAsync("One");
        await desk.SayAsync("Two", id);

        var third = await desk.Conversations.SayAsync(Desk.Ana, id, null, "Three", Token);

        Assert.InRange(Assert.IsType<TooManyMessages>(third).RetryAfter, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.Equal(2, desk.EventsOf(id).Count);
    }

    [Fact]
    public async Task One_customers_haste_keeps_no_other_customer_waiting()
    {
        await using var desk = new Desk(services => services.Configure<RateLimitOptions>(limit => limit.MessagesPerMinute = 1));
        await desk.SayAsync("One");

        Assert.IsType<MessageKept>(await desk.Conversations.SayAsync(Desk.Ben, null, null, "One", Token));
    }

    [Fact]
    public async Task Without_the_limit_nobody_waits()
    {
        await using var desk = new Desk(services => services.Configure<RateLimitOptions>(
            limit => (limit.Enabled, limit.MessagesPerMinute) = (false, 1)));
        var id = await desk.SayAsync("One");

        Assert.IsType<MessageKept>(await desk.Conversations.SayAsync(Desk.Ana, id, null, "Two", Token));
    }
}
