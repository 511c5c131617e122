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
    public async Task Each_part_of_a_period_is_added_up_over_the_turn_of_a_year_too_and_what_lies_between_and_beyond_is_left_out()
    {
        var newYear = new DateTimeOffset(_began.Year, 12, 31, 12, 0, 0, TimeSpan.Zero).AddYears(-200);
        foreach (var day in (int[])[1, 0, 2, 5])
        {
            await ClearAsync(Answered(NewConversation()) with { StartedAt = newYear.AddDays(day) });
        }

        Period[] parts = [Days(0, 0), Days(0, 2), Days(3, 4), Days(1, 5)];
        var counted = await Counters.ReadAsync(parts, Stop);
        var days = await Counters.DaysOfAsync(Figure.Conversations, Days(0, 4), Stop);

        Assert.Equal(parts, counted.Select(part => part.Period));
        Assert.Equal([1, 3, 0, 3], counted.Select(part => part[CountNames.Conversations]));
        Assert.Equal([2, 1, 0], days.Select(day => day.DayNumber - Counting.DayOf(newYear).DayNumber));
        Assert.Empty(await Counters.DaysOfAsync(Figure.HandedOver, Days(0, 4), Stop));

        Period Days(int first, int last) => Period.Between(Counting.DayOf(newYear).AddDays(first), Counting.DayOf(newYear).AddDays(last))!;
    }

    [Fact]
    public async Task The_conversations_behind_a_figure_of_a_day_come_newest_first_page_by_page()
    {
        store.Clock.Shift(_began - store.Clock.GetUtcNow());
        var (all, handed) = (new List<string>(), new List<string>());
        for (var n = 0; n < 10; n++)
        {
            var state = BegunNow();
            state = n % 2 == 0 ? state : state with { Tally = state.Tally! with { HandedOver = HandOverCause.CustomerAsked } };
            all.Insert(0, state.Id);
            handed.InsertRange(0, n % 2 == 0 ? [] : [state.Id]);
            await ClearAsync(state);
            store.Clock.Shift(TimeSpan.FromMinutes(1));
        }

        await Eventually.Async(() => Counters.ListAsync(Day, Figure.Conversations, 20, null, Stop), page => page.Conversations.Count == 10);
        var first = await Counters.ListAsync(Day, Figure.HandedOver, 3, null, Stop);
        var rest = await Counters.ListAsync(Day, Figure.HandedOver, 3, first.Next, Stop);

        Assert.Equal(all, (await Counters.ListAsync(Day, Figure.Conversations, 20, null, Stop)).Conversations.Select(state => state.Id));
        Assert.Equal(handed[..3], first.Conversations.Select(state => state.Id));
        Assert.Equal(handed[3..], rest.Conversations.Select(state => state.Id));
        Assert.Null(rest.Next);
        Assert.Equal(handed, await IdsAsync(Figure.HandedOver.Of("CustomerAsked")));
        Assert.Empty(await IdsAsync(Figure.HandedOver.Of("GaveUp")));
        Assert.Empty((await Counters.ListAsync(Day.AddDays(1), Figure.Conversations, 3, null, Stop)).Conversations);
    }

    [Fact]
    public async Task What_was_marked_before_midnight_and_said_after_it_is_listed_on_the_day_on_which_it_counts()
    {
        var midnight = new DateTimeOffset(Day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        store.Clock.Shift(midnight - TimeSpan.FromMilliseconds(1) - store.Clock.GetUtcNow());
        var id = NewConversation();
        var mark = await MarkAsync(Answered(id));
        Assert.True(await store.Owed.ClearAsync(mark, Answered(id) with { StartedAt = midnight }, Stop));

        Assert.Equal(1, (await OfDayAsync(Day.AddDays(1)))[CountNames.Conversations]);
        await Eventually.Async(
            () => Counters.ListAsync(Day.AddDays(1), Figure.Conversations, 3, null, Stop), page => page.Conversations.Any(state => state.Id == id));
        Assert.DoesNotContain(id, await IdsAsync(Figure.Conversations));
    }

    private async Task<IEnumerable<string>> IdsAsync(Figure figure) =>
        (await Counters.ListAsync(Day, figure, 20, null, Stop)).Conversations.Select(state => state.Id);

    private Conversation BegunNow() => Answered(NewConversation()) with { StartedAt = store.Clock.GetUtcNow() };

    private async Task ClearAsync(Conversation state) => Assert.True(await store.Owed.ClearAsync(await MarkAsync(state), state, Stop));

    private Task<OwedMark> MarkAsync(Conversation state) => store.Owed.MarkAsync(state.Id, "customer-1", "node-1", Stop);

    private Task<PeriodCounts> TodayAsync() => OfDayAsync(Day);

    private async Task<PeriodCounts> OfDayAsync(DateOnly day) => Assert.Single(await Counters.ReadAsync([Period.Between(day, day)!], Stop));

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
