using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every store of daily counters must do: count a conversation once, on the day on which it began, whatever is tried again.</summary>
public abstract class DayCountersConformance(StoreUnderTest store)
{
    /// <summary>Days that no other test counts on.</summary>
    private readonly DateTimeOffset _began = new DateTimeOffset(2001, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(Random.Shared.Next(7_000));

    private IDayCounters Counters => store.Get<IDayCounters>();

    private DateOnly Day => Counting.DayOf(_began);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_counts_once_however_often_its_mark_is_cleared()
    {
        var state = Answered(NewConversation());
        var mark = await MarkAsync(state);
        Assert.True(await store.Owed.ClearAsync(mark, state, Stop));
        Assert.True(await store.Owed.ClearAsync(mark, state, Stop));

        Assert.Equal(1, (await TodayAsync())[CountNames.Conversations]);
    }

    [Fact]
    public async Task What_changes_later_counts_on_the_day_of_the_beginning_in_place_of_what_was()
    {
        var state = Answered(NewConversation());
        await ClearAsync(state);
        Assert.Equal(1, (await TodayAsync())[CountNames.SolvedAlone]);

        store.Clock.Shift(TimeSpan.FromDays(2));
        await ClearAsync(state with { Tally = state.Tally! with { HandedOver = HandOverCause.CustomerAsked, Rating = 4 } });

        var today = await TodayAsync();
        Assert.Equal((0, 1, 1, 1), (
            today[CountNames.SolvedAlone], today[CountNames.Handed(HandOverCause.CustomerAsked)], today[CountNames.Rating(4)],
            today[CountNames.Conversations]));
        Assert.DoesNotContain(CountNames.SolvedAlone, today.Counts.Keys);
    }

    [Fact]
    public async Task Of_many_cleared_at_once_each_counts_but_one_that_was_marked_anew()
    {
        var states = Enumerable.Range(0, 60).Select(_ => Answered(NewConversation())).ToList();
        var marks = await Task.WhenAll(states.Select(MarkAsync));
        await MarkAsync(states[7]);

        var cleared = await Task.WhenAll(marks.Zip(states).Select(pair => store.Owed.ClearAsync(pair.First, pair.Second, Stop)));

        Assert.Equal([7], cleared.Index().Where(one => !one.Item).Select(one => one.Index));
        Assert.Equal(59, (await TodayAsync())[CountNames.Conversations]);
    }

    [Fact]
    public async Task Only_days_of_the_period_are_read_oldest_first_and_over_the_turn_of_a_year()
    {
        var newYear = new DateTimeOffset(_began.Year, 12, 31, 12, 0, 0, TimeSpan.Zero).AddYears(-200);
        foreach (var day in (int[])[1, 0, 2, 5])
        {
            await ClearAsync(Answered(NewConversation()) with { StartedAt = newYear.AddDays(day) });
        }

        var days = await Counters.ReadAsync(Counting.DayOf(newYear), Counting.DayOf(newYear.AddDays(2)), Stop);

        Assert.Equal([0, 1, 2], days.Select(day => day.Day.DayNumber - Counting.DayOf(newYear).DayNumber));
    }

    [Fact]
    public async Task The_conversations_of_a_day_come_newest_first_page_by_page()
    {
        store.Clock.Shift(_began - store.Clock.GetUtcNow());
        var ids = new List<string>();
        for (var n = 0; n < 5; n++)
        {
            var state = Answered(NewConversation());
            ids.Insert(0, state.Id);
            await ClearAsync(state);
            store.Clock.Shift(TimeSpan.FromMinutes(1));
        }

        var first = await Eventually.Async(() => Counters.ListAsync(Day, 3, null, Stop), page => page.Conversations.Count == 3 && page.Conversations[0].Id == ids[0]);
        var rest = await Counters.ListAsync(Day, 3, first.Next, Stop);

        Assert.Equal(ids, first.Conversations.Concat(rest.Conversations).Select(state => state.Id));
        Assert.Null(rest.Next);
        Assert.Empty((await Counters.ListAsync(Day.AddDays(1), 3, null, Stop)).Conversations);
    }

    private async Task ClearAsync(Conversation state) => Assert.True(await store.Owed.ClearAsync(await MarkAsync(state), state, Stop));

    private Task<OwedMark> MarkAsync(Conversation state) => store.Owed.MarkAsync(state.Id, "customer-1", "node-1", Stop);

    private async Task<DayCounts> TodayAsync() => Assert.Single(await Counters.ReadAsync(Day, Day, Stop));

    private Conversation Answered(string id) => Conversation.Empty(id) with
    {
        CustomerId = "customer-1",
        StartedAt = _began,
        LastNumber = 2,
        LastSaidAt = 1,
        AnsweredThrough = 2,
        Tally = new() { FirstAnswerAfter = 1_500 },
    };
}
