using System.Collections.Concurrent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant;

public sealed class OwedSweepTests : IAsyncDisposable
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Desk _desk = new(works: true);

    /// <summary>Of each sweep: how old the youngest marks are that it takes up.</summary>
    private readonly ConcurrentQueue<TimeSpan> _sweeps = new();

    public OwedSweepTests() => _desk.Store.WhenListed = since => _sweeps.Enqueue(_desk.Clock.GetUtcNow() - since);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_node_left_behind_is_taken_up_once_its_lease_has_run_out()
    {
        await _desk.Store.MarkAsync("c-1", "customer-1", "a node that died", Token);

        await SweepUntilAsync(() => _desk.EventsOf("c-1").Count > 0);

        var settled = Assert.Single(_desk.Store.EventsOf("c-1"));
        Assert.IsType<NothingWasOwed>(settled.Event);
        Assert.True(settled.At - _desk.Clock.Start >= IOwedAnswers.LeaseTime);
    }

    [Fact]
    public async Task Whoever_has_just_set_a_mark_is_left_to_append_what_it_was_set_for()
    {
        await SweepUntilAsync(() => !_sweeps.IsEmpty);

        Assert.All(_sweeps, youngest => Assert.True(youngest >= BetweenSweeps, $"A mark of {youngest} is taken up."));
    }

    [Fact]
    public async Task A_store_that_refuses_for_good_stops_no_server_and_once_it_gives_in_the_sweep_goes_on()
    {
        var refusals = 0;
        _desk.Store.WhenListed = since =>
        {
            _sweeps.Enqueue(since - since);
            _ = ++refusals <= 3 ? throw new InvalidOperationException("Access is denied.") : refusals;
        };
        await _desk.Store.MarkAsync("c-1", "customer-1", "a node that died", Token);

        await SweepUntilAsync(() => _desk.EventsOf("c-1").Count > 0);

        Assert.Contains(_desk.Log.Lines, line => line.Message.Contains("tried again in a moment", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    /// <summary>Time goes on from sweep to sweep.</summary>
    private async Task SweepUntilAsync(Func<bool> isSo)
    {
        var steps = 0;
        var begun = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, "No sweep came to it.");
            if (_sweeps.Count >= steps)
            {
                _desk.Clock.Advance(BetweenSweeps);
                steps++;
            }

            await Task.Yield();
        }
    }
}
