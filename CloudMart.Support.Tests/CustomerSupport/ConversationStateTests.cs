using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class ConversationStateTests
{
    private static readonly CustomerSaid Question = new(Desk.Ana.CustomerId, "m-1", "Where is CM-7864?");
    private static readonly RunStarted Start = new("run-1", "claim-1");
    private static readonly AssistantSaid Answer = new("run-1", "It has shipped.");
    private static readonly RunEnded End = new("run-1", RunStatus.Completed);

    [Fact]
    public async Task It_folds_what_the_feed_tells()
    {
        await using var page = await OpenedAsync(Question);

        await page.AppendAsync(Start);
        await page.UntilAsync(() => page.State.IsAnswering);
        await page.AppendAsync(Answer, End);

        await page.UntilAsync(() => page.State.Known!.State.LastNumber == 4);
        Assert.False(page.State.IsAnswering);
    }

    [Fact]
    public async Task What_the_feed_lost_is_read_from_the_log()
    {
        await using var page = await OpenedAsync(Question);

        await page.AppendSilentlyAsync(Start);
        await page.AppendSilentlyAsync(Answer);
        await page.AppendAsync(End);

        await page.UntilAsync(() => page.State.Known!.State.LastNumber == 4);
        Assert.Equal([1, 2, 3, 4], page.State.Known!.Events.Select(e => e.Number));
    }

    [Fact]
    public async Task News_that_comes_twice_is_shown_once()
    {
        await using var page = await OpenedAsync(Question);
        var entry = await page.AppendSilentlyAsync(Start, Answer);

        await page.PublishAsync(new EntryAppended(entry));
        await page.PublishAsync(new EntryAppended(entry));
        await page.AppendAsync(End);

        await page.UntilAsync(() => !page.State.IsAnswering && page.State.Known!.State.LastNumber == 4);
        Assert.Equal([1, 2, 3, 4], page.State.Known!.Events.Select(e => e.Number));
    }

    [Fact]
    public async Task News_from_between_subscribing_and_reading_is_not_lost()
    {
        await using var page = new OpenPage();
        await page.AppendSilentlyAsync(Question);
        var late = await page.AppendSilentlyAsync(Start);

        // The read already has the event that the feed delivers afterwards.
        await page.OpenAsync();
        await page.PublishAsync(new EntryAppended(late));
        await page.AppendAsync(Answer, End);

        await page.UntilAsync(() => page.State.Known!.State.LastNumber == 4);
    }

    [Fact]
    public async Task Who_opens_late_sees_the_answer_from_its_beginning()
    {
        await using var page = new OpenPage();
        await page.AppendSilentlyAsync(Question);
        await page.AppendSilentlyAsync(Start);
        await page.PublishAsync(Piece(0, "It has "));
        await page.PublishAsync(Piece(7, "ship"));

        await page.OpenAsync();
        await page.PublishAsync(Piece(11, "ped."));

        await page.UntilAsync(() => page.State.Answer?.From(0) == "It has shipped.");
    }

    [Fact]
    public async Task A_piece_that_comes_twice_is_written_once_and_one_that_leaves_a_gap_is_dropped()
    {
        await using var page = await OpenedAsync(Question, Start);

        await page.PublishAsync(Piece(0, "It has "));
        await page.PublishAsync(Piece(0, "It has "));
        await page.PublishAsync(Piece(20, "too far"));
        await page.PublishAsync(Piece(4, "as shipped."));

        await page.UntilAsync(() => page.State.Answer?.Length == 15);
        Assert.Equal("It has shipped.", page.State.Answer!.From(0));
    }

    [Fact]
    public async Task Text_of_a_run_that_is_not_live_is_dropped()
    {
        await using var page = await OpenedAsync(Question, Start, End, Question with { MessageId = "m-2" }, new RunStarted("run-2", "claim-2"));

        await page.PublishAsync(Piece(0, "stale"));
        await page.PublishAsync(Piece(0, "fresh", "run-2"));

        await page.UntilAsync(() => page.State.Answer is not null);
        Assert.Equal("fresh", page.State.Answer!.From(0));
    }

    [Fact]
    public async Task The_live_text_makes_way_for_the_message_and_stays_when_the_customer_writes_again()
    {
        await using var page = await OpenedAsync(Question, Start);
        await page.PublishAsync(Piece(0, "It has shipped."));

        await page.AppendAsync(Question with { MessageId = "m-2" });
        await page.UntilAsync(() => page.State.Known!.State.LastNumber == 3);
        Assert.NotNull(page.State.Answer);

        await page.AppendAsync(Answer);
        await page.UntilAsync(() => page.State.Known!.State.LastNumber == 4);
        Assert.Null(page.State.Answer);
    }

    [Fact]
    public async Task Text_that_is_withdrawn_goes_and_is_written_anew()
    {
        await using var page = await OpenedAsync(Question, Start);

        await page.PublishAsync(Piece(0, "It was"));
        await page.PublishAsync(new TextWithdrawn(OpenPage.Id, "run-1", 0));
        await page.PublishAsync(Piece(0, "It has"));

        await page.UntilAsync(() => page.State.Answer?.From(0) == "It has");
    }

    [Fact]
    public async Task A_delay_is_told_until_the_run_goes_on()
    {
        await using var page = await OpenedAsync(Question, Start);

        await page.PublishAsync(new RunDelayed(OpenPage.Id, "run-1"));
        await page.UntilAsync(() => page.State.IsDelayed);

        await page.AppendAsync(Answer);
        await page.UntilAsync(() => !page.State.IsDelayed);
    }

    [Fact]
    public async Task When_the_feed_breaks_it_subscribes_again_and_reads_what_it_missed()
    {
        await using var page = await OpenedAsync(Question);

        await page.Feed.BreakAsync();
        await page.AppendSilentlyAsync(Start);
        await page.UntilTimePassesAsync(() => page.State.IsAnswering);

        await page.AppendAsync(Answer, End);
        await page.UntilAsync(() => page.State.Known!.State.LastNumber == 4);
    }

    [Fact]
    public async Task It_opens_on_the_newest_fifty_events_and_loads_earlier_ones_on_demand()
    {
        await using var page = new OpenPage();
        for (var number = 1; number <= 120; number++)
        {
            await page.AppendSilentlyAsync(Question with { MessageId = $"m-{number}" });
        }

        await page.OpenAsync();
        Assert.Equal(71, page.State.Known!.Events[0].Number);
        Assert.True(page.State.HasEarlier);

        await page.State.LoadEarlierAsync(TestContext.Current.CancellationToken);
        await page.State.LoadEarlierAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, 120), page.State.Known!.Events.Select(e => (int)e.Number));
        Assert.False(page.State.HasEarlier);
    }

    [Fact]
    public async Task The_first_message_opens_the_conversation_it_begins()
    {
        await using var page = new OpenPage();

        var kept = Assert.IsType<MessageKept>(await page.State.SayAsync(null, "m-1", "Hello", TestContext.Current.CancellationToken));
        var again = Assert.IsType<MessageKept>(await page.State.SayAsync(null, "m-1", "Hello", TestContext.Current.CancellationToken));

        Assert.Equal(kept.Conversation.State.Id, page.State.ConversationId);
        Assert.Equal(page.State.ConversationId, again.Conversation.State.Id);
        Assert.Single(page.Desk.EventsOf(page.State.ConversationId!));
    }

    [Fact]
    public async Task A_conversation_of_somebody_else_is_as_unknown_as_one_that_never_was()
    {
        await using var page = new OpenPage();
        await page.AppendSilentlyAsync(Question with { CustomerId = Desk.Ben.CustomerId });

        await page.OpenAsync();
        Assert.True(page.State is { IsUnknown: true, Known: null });

        await page.State.OpenAsync("never", TestContext.Current.CancellationToken);
        Assert.True(page.State is { IsUnknown: true, Known: null });
    }

    [Fact]
    public async Task Only_a_conversation_of_the_last_day_that_owes_an_answer_is_gone_back_to()
    {
        await using var page = new OpenPage();
        var answered = await page.Desk.SayAsync("Hello");
        page.Desk.Assistant.Says("Hi");
        await page.Desk.SettleAsync();
        Assert.Null(await page.Owed.FindAsync(TestContext.Current.CancellationToken));

        await page.Desk.SayAsync("Are you there?", answered);
        Assert.Equal(answered, await page.Owed.FindAsync(TestContext.Current.CancellationToken));

        page.Desk.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Null(await page.Owed.FindAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_being_done_is_shown_long_enough_to_be_read()
    {
        await using var page = await OpenedAsync(Question, Start);

        await page.AppendAsync(new ToolRequested("run-1", "", [new ToolCall("", "cancel_order", "{}")]));
        await page.UntilAsync(() => page.State.Known!.State.LastNumber == 3);
        await page.AppendAsync(new ToolAnswered("run-1", 3, 0, "{}"));
        Assert.Equal(3, page.State.Known!.State.LastNumber);

        await page.UntilTimePassesAsync(() => page.State.Known!.State.LastNumber == 4);
    }

    [Fact]
    public async Task A_bug_while_following_is_told_and_does_not_stay_silent()
    {
        await using var page = await OpenedAsync(Question);
        page.State.Changed += () => throw new InvalidOperationException("a bug");

        await page.AppendAsync(Start);

        Assert.Equal("a bug", (await page.Failure).Message);
    }

    private static TextWritten Piece(int offset, string text, string runId = "run-1") => new(OpenPage.Id, runId, 0, offset, text);

    private static async Task<OpenPage> OpenedAsync(params ConversationEvent[] events)
    {
        var page = new OpenPage();
        await page.AppendSilentlyAsync(events);
        await page.OpenAsync();
        return page;
    }
}
