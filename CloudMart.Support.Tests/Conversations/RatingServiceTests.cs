using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

public sealed class RatingServiceTests : IAsyncDisposable
{
    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_is_resolved_is_rated()
    {
        await BeginAsync(Entries.Said("Hi"));

        Assert.Equal(RatingResult.NotResolved, await RateAsync(5));
        Assert.Empty(_desk.EventsOf("c-1").OfType<Rated>());
    }

    [Fact]
    public async Task The_same_said_twice_is_said_once_and_something_else_replaces_it()
    {
        await BeginAsync(Entries.Said("Hi"), new Resolved("staff-1"));

        await RateAsync(4, "Quick");
        await RateAsync(4, " Quick ");
        Assert.Equal(RatingResult.Kept, await RateAsync(2, "On second thought"));

        Assert.Equal([new Rated(4, "Quick"), new Rated(2, "On second thought")], _desk.EventsOf("c-1").OfType<Rated>());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 0)]
    [InlineData(3, RatingService.MaxComment + 1)]
    public async Task What_is_no_score_or_too_long_is_refused(int score, int length)
    {
        await BeginAsync(Entries.Said("Hi"), new Resolved("staff-1"));

        Assert.Equal(RatingResult.Refused, await RateAsync(score, new string('x', length)));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task BeginAsync(params ConversationEvent[] events) =>
        Assert.True(await _desk.Store.AppendAsync(Entries.Entry("c-1", 1, events), Token));

    private Task<RatingResult> RateAsync(int score, string comment = "") => _desk.Ratings.RateAsync(Desk.Ana, "c-1", score, comment, Token);
}
