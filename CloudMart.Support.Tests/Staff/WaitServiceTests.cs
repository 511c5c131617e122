using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Staff;

public sealed class WaitServiceTests : IAsyncDisposable
{
    private readonly Desk _desk = new(services => services.Configure<StaffOptions>(options => options.Hours = "Mon-Fri 12:00-18:00 UTC"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_those_count_who_wait_for_a_person_and_have_waited_longer()
    {
        await QueueAsync("c-before");
        await AppendAsync("c-asked-twice", Entries.Said("Hi"), Entries.Said("Hi"));
        await QueueAsync("c-1");
        await QueueAsync("c-after");

        Assert.Equal((1, false), Place(await FindAsync()));
    }

    [Fact]
    public async Task The_queue_is_read_only_so_far_and_then_at_least_so_many_are_ahead()
    {
        for (var number = 0; number <= WaitService.MaxLooked; number++)
        {
            await QueueAsync($"c-before-{number:000}");
        }

        await QueueAsync("c-1");

        Assert.Equal((WaitService.MaxLooked, true), Place(await FindAsync()));
    }

    [Fact]
    public async Task Somebody_is_there_while_a_page_of_staff_is_open_and_a_little_longer()
    {
        await QueueAsync("c-1");
        Assert.False((await FindAsync())!.IsSomebodyThere);

        var stay = _desk.Presence.Enter(StaffBrowser.Sam);
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await FindAsync())!.IsSomebodyThere);
        Assert.Null((await FindAsync())!.BackAt);

        stay.Dispose();
        stay.Dispose();
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await FindAsync())!.IsSomebodyThere);
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False((await FindAsync())!.IsSomebodyThere);
    }

    [Fact]
    public async Task When_they_are_back_is_said_only_outside_of_the_hours()
    {
        await QueueAsync("c-1");
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), (await FindAsync())!.BackAt);

        _desk.Clock.Advance(TimeSpan.FromHours(4));

        Assert.Null((await FindAsync())!.BackAt);
    }

    [Fact]
    public async Task Who_does_not_wait_is_told_nothing()
    {
        await AppendAsync("c-1", Entries.Said("Hi"));

        Assert.Null(await FindAsync());
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static (int, bool) Place(CustomersWait? wait) => (wait!.Ahead, wait.IsMoreAhead);

    private Task<CustomersWait?> FindAsync() => _desk.Waits.FindAsync(Desk.Ana, "c-1", Token);

    private Task QueueAsync(string id) => AppendAsync(id, Entries.Said("Hi"), new HandedToStaff("Asked for a person.", ""));

    private async Task AppendAsync(string id, params ConversationEvent[] events)
    {
        _desk.Clock.Advance(TimeSpan.FromTicks(1));
        var now = _desk.Clock.GetUtcNow();
        Assert.True(await _desk.Store.AppendAsync(new LogEntry(id, $"w-{id}", [.. events.Select((fact, index) => new RecordedEvent(index + 1, now, fact))]), Token));
    }
}
