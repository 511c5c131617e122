using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Insights;

public sealed class InsightsServiceTests : IAsyncDisposable
{
    private readonly Desk _desk = new(services => services.Configure<RateLimitOptions>(options => options.Enabled = false));

    private DateOnly Today => Counting.DayOf(_desk.Clock.GetUtcNow());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_that_was_answered_and_one_that_was_handed_over_count_where_they_belong()
    {
        await AnsweredAsync("Where is my order?");
        await HandedOverAsync();

        var figures = await ReadAsync(Period.Ending(Today, 7));

        Assert.Equal((2, 1, 1), (figures.Conversations, figures[Figure.SolvedAlone], figures[Figure.HandedOver]));
        Assert.Equal([new(nameof(HandOverCause.CustomerAsked), 1)], figures.Causes);
    }

    [Fact]
    public async Task What_staff_and_the_customer_do_later_counts_on_the_day_on_which_it_began()
    {
        var id = await AnsweredAsync("Where is my order?");
        var began = Today;
        _desk.Clock.Advance(TimeSpan.FromDays(2));
        await _desk.Staff.ResolveAsync(StaffBrowser.Sam, id, long.MaxValue, Token);
        await _desk.Ratings.RateAsync(Desk.Ana, id, 4, "", Token);
        await _desk.SettleAsync();

        Assert.Equal(0, (await ReadAsync(Period.Ending(Today, 1))).Conversations);
        var figures = await ReadAsync(Period.Ending(began, 1));
        Assert.Equal(4, figures.MeanRating);
        Assert.InRange(figures.Resolution!.Median.TotalDays, 1.75, 2.25);
    }

    [Fact]
    public async Task A_figure_leads_to_its_conversations_newest_first_over_days_and_pages()
    {
        List<string> handed = [];
        for (var day = 0; day < 4; day++)
        {
            for (var n = 0; n < 20; n++)
            {
                _desk.Clock.Advance(TimeSpan.FromMinutes(1));
                handed.Insert(0, await HandedOverAsync());
                await AnsweredAsync("Where is my order?");
            }

            _desk.Clock.Advance(TimeSpan.FromDays(2));
        }

        var period = Period.Ending(Today, 30);
        var first = await ListAsync(Figure.HandedOver, period, null);
        var rest = await ListAsync(Figure.HandedOver, period, first.Next);

        Assert.Equal(handed[..50], first.Conversations.Select(state => state.Id));
        Assert.Equal(handed[50..], rest.Conversations.Select(state => state.Id));
        Assert.Null(rest.Next);
        Assert.Equal(handed, (await AllAsync(Figure.HandedOver.Of("CustomerAsked"), period)).Select(state => state.Id));
        Assert.Empty(await AllAsync(Figure.HandedOver.Of("GaveUp"), period));
        Assert.Equal(160, (await AllAsync(Figure.Conversations, period)).Count);
    }

    [Fact]
    public async Task A_page_that_a_day_fills_exactly_leads_on_only_where_there_is_an_older_one()
    {
        for (var n = 0; n < InsightsService.PageSize; n++)
        {
            await HandedOverAsync();
        }

        Assert.Null((await ListAsync(Figure.HandedOver, Period.Ending(Today, 7), null)).Next);

        _desk.Clock.Advance(TimeSpan.FromDays(1));
        for (var n = 0; n < InsightsService.PageSize; n++)
        {
            await HandedOverAsync();
        }

        var first = await ListAsync(Figure.HandedOver, Period.Ending(Today, 7), null);
        Assert.Equal(50, (await ListAsync(Figure.HandedOver, Period.Ending(Today, 7), first.Next)).Conversations.Count);
    }

    [Fact]
    public async Task Who_is_no_supervisor_gets_nothing()
    {
        Assert.Null(await _desk.Insights.ReadAsync(StaffBrowser.Sam, Period.Ending(Today, 7), Token));
        Assert.Null(await _desk.Insights.ListAsync(StaffBrowser.Sam, Figure.Conversations, Period.Ending(Today, 7), null, Token));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<string> AnsweredAsync(string text)
    {
        _desk.Assistant.Says("It is on its way.");
        var id = await _desk.SayAsync(text);
        await _desk.SettleAsync();
        return id;
    }

    private async Task<string> HandedOverAsync()
    {
        var kept = Assert.IsType<MessageKept>(await _desk.HandOvers.AskForPersonAsync(Desk.Ana, null, Guid.NewGuid().ToString("N"), Token));
        await _desk.SettleAsync();
        return kept.Conversation.State.Id;
    }

    private async Task<PeriodFigures> ReadAsync(Period period) => (await _desk.Insights.ReadAsync(StaffBrowser.Priya, period, Token))!;

    private async Task<InboxPage> ListAsync(Figure figure, Period period, string? cursor) =>
        (await _desk.Insights.ListAsync(StaffBrowser.Priya, figure, period, cursor, Token))!;

    private async Task<List<Conversation>> AllAsync(Figure figure, Period period)
    {
        List<Conversation> all = [];
        string? next = null;
        do
        {
            var page = await ListAsync(figure, period, next);
            all.AddRange(page.Conversations);
            next = page.Next;
        }
        while (next is not null);

        return all;
    }
}
