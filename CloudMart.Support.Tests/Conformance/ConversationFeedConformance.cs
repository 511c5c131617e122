using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every feed does.</summary>
public abstract class ConversationFeedConformance
{
    private static readonly FeedTopic Topic = FeedTopic.OfConversation("c-1");

    protected abstract ValueTask<IConversationFeed> CreateAsync();

    [Fact]
    public async Task What_is_published_after_subscribing_arrives_in_order()
    {
        var feed = await CreateAsync();
        await using var watching = await feed.SubscribeAsync(Topic, TestContext.Current.CancellationToken);

        await feed.PublishAsync(Said(1), TestContext.Current.CancellationToken);
        await feed.PublishAsync(Said(2), TestContext.Current.CancellationToken);

        Assert.Equal([1L, 2L], (await TakeAsync(watching, 2)).Cast<EntryAppended>().Select(item => item.Entry.Number));
    }

    [Fact]
    public async Task Other_conversations_are_not_heard()
    {
        var feed = await CreateAsync();
        await using var watching = await feed.SubscribeAsync(FeedTopic.OfConversation("c-2"), TestContext.Current.CancellationToken);

        await feed.PublishAsync(Said(1), TestContext.Current.CancellationToken);
        await feed.PublishAsync(new RunDelayed("c-2", "run-1"), TestContext.Current.CancellationToken);

        Assert.IsType<RunDelayed>(Assert.Single(await TakeAsync(watching, 1)));
    }

    [Fact]
    public async Task Who_joins_late_gets_the_text_so_far_and_then_the_next_piece()
    {
        var feed = await CreateAsync();
        await feed.PublishAsync(Piece(0, "Your order "), TestContext.Current.CancellationToken);
        await feed.PublishAsync(Piece(11, "is on "), TestContext.Current.CancellationToken);

        await using var watching = await feed.SubscribeAsync(Topic, TestContext.Current.CancellationToken);
        await feed.PublishAsync(Piece(17, "its way."), TestContext.Current.CancellationToken);

        Assert.Equal([Piece(0, "Your order is on "), Piece(17, "its way.")], await TakeAsync(watching, 2));
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Text_that_has_become_a_fact_or_was_withdrawn_is_not_shown_to_who_joins_late(FeedItem end)
    {
        var feed = await CreateAsync();
        await feed.PublishAsync(Piece(0, "Your order "), TestContext.Current.CancellationToken);
        await feed.PublishAsync(end, TestContext.Current.CancellationToken);

        await using var watching = await feed.SubscribeAsync(Topic, TestContext.Current.CancellationToken);
        await feed.PublishAsync(Said(9), TestContext.Current.CancellationToken);

        Assert.IsType<EntryAppended>(Assert.Single(await TakeAsync(watching, 1)));
    }

    [Fact]
    public async Task A_watcher_that_reads_nothing_slows_nobody_and_its_stream_ends()
    {
        var feed = await CreateAsync();
        await using var sleeping = await feed.SubscribeAsync(Topic, TestContext.Current.CancellationToken);

        for (var number = 1; number <= 5_000; number++)
        {
            await feed.PublishAsync(Said(number), TestContext.Current.CancellationToken);
        }

        var heard = 0;
        await foreach (var item in sleeping.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            heard++;
        }

        Assert.InRange(heard, 1, 4_999);
    }

    [Fact]
    public async Task After_disposing_the_stream_ends()
    {
        var feed = await CreateAsync();
        var watching = await feed.SubscribeAsync(Topic, TestContext.Current.CancellationToken);

        await watching.DisposeAsync();

        await foreach (var item in watching.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            Assert.Fail("Nothing was published.");
        }
    }

    public static TheoryData<FeedItem> Ends() =>
    [
        new TextWithdrawn("c-1", "run-1", 0),
        Appended(2, new AssistantSaid("run-1", "Your order is on its way.")),
        Appended(2, new ToolRequested("run-1", "Your order ", [new ToolCall("c", "get_order", "{}")])),
        Appended(2, new RunResumed("run-1", "another worker")),
    ];

    private static TextWritten Piece(int offset, string text) => new("c-1", "run-1", 0, offset, text);

    private static EntryAppended Said(long number) => Appended(number, new CustomerSaid("customer-1", $"m{number}", "Hi"));

    private static EntryAppended Appended(long number, ConversationEvent fact) =>
        new(new LogEntry("c-1", $"w{number}", [new RecordedEvent(number, DateTimeOffset.UnixEpoch, fact)]));

    private static async Task<List<FeedItem>> TakeAsync(IFeedSubscription watching, int count)
    {
        var items = new List<FeedItem>();
        await foreach (var item in watching.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
            if (items.Count == count)
            {
                break;
            }
        }

        return items;
    }
}
