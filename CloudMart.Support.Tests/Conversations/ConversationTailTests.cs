using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Conversations;

public sealed class ConversationTailTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_begins_with_what_the_log_has_after_the_number_and_goes_on_live()
    {
        await using var desk = new Desk();
        var id = await desk.SayAsync("One");
        await desk.SayAsync("Two", id);
        await using var tail = await FollowAsync(desk, id, after: 1);

        Assert.Equal(2, await NextAsync(tail));
        var next = NextAsync(tail);
        await desk.SayAsync("Three", id);

        Assert.Equal(3, await next);
    }

    [Fact]
    public async Task A_gap_in_the_feed_is_filled_from_the_log_at_once()
    {
        await using var desk = new Desk(services => services.AddSingleton<IConversationFeed>(
            new LossyFeed(item => item is EntryAppended { Entry.Number: 2 })));
        var id = await desk.SayAsync("One");
        await using var tail = await FollowAsync(desk, id, after: 0);
        Assert.Equal(1, await NextAsync(tail));

        var next = NextAsync(tail);
        await desk.SayAsync("Two", id);
        await desk.SayAsync("Three", id);

        Assert.Equal(2, await next);
        Assert.Equal(3, await NextAsync(tail));
    }

    [Fact]
    public async Task A_strangers_conversation_cannot_be_followed()
    {
        await using var desk = new Desk();
        var id = await desk.SayAsync("One");

        Assert.Null(await desk.Tail.FollowAsync(Desk.Ben, id, 0, Token));
        Assert.Null(await desk.Tail.FollowAsync(Desk.Ben, "never-began", 0, Token));
    }

    private static async Task<IAsyncEnumerator<RecordedEvent>> FollowAsync(Desk desk, string id, long after) =>
        Assert.IsAssignableFrom<IAsyncEnumerable<RecordedEvent>>(await desk.Tail.FollowAsync(Desk.Ana, id, after, Token))
            .GetAsyncEnumerator(Token);

    private static async Task<long> NextAsync(IAsyncEnumerator<RecordedEvent> tail)
    {
        Assert.True(await tail.MoveNextAsync());
        return tail.Current.Number;
    }
}
