using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Providers;

public sealed class RetryBudgetTests
{
    private readonly AssistantOptions _options = new() { MaxRetries = 10 };
    private readonly PassingClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_pause_is_twice_the_last_up_to_eight_seconds_give_or_take_a_quarter()
    {
        await SpendAsync(Budget());
        double[] seconds = [0.5, 1, 2, 4, 8, 8, 8, 8, 8, 8];
        Assert.All(seconds.Zip(_clock.Waits), pair =>
            Assert.InRange(pair.Second, TimeSpan.FromSeconds(pair.First * 0.75), TimeSpan.FromSeconds(pair.First * 1.25)));
        Assert.Equal(seconds.Length, _clock.Waits.Count);
    }

    [Fact]
    public async Task Nodes_that_lost_the_provider_together_do_not_come_back_together()
    {
        await SpendAsync(Budget());
        await SpendAsync(Budget());
        Assert.NotEqual(_clock.Waits.Take(10), _clock.Waits.Skip(10));
    }

    [Theory]
    [InlineData(7, true)]
    [InlineData(0.01, false)]
    public async Task What_the_server_asks_for_is_the_least_that_is_waited(double seconds, bool isExact)
    {
        var asked = TimeSpan.FromSeconds(seconds);
        Assert.True(await Budget().WaitAsync(asked, Stop));
        Assert.Equal(isExact, _clock.Waits.Single() == asked);
        Assert.True(_clock.Waits.Single() >= asked);
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(60)]
    public async Task What_would_pass_the_runs_deadline_is_not_waited_for_at_all(double seconds)
    {
        Assert.False(await Budget(TimeSpan.FromSeconds(60)).WaitAsync(TimeSpan.FromSeconds(seconds), Stop));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task A_run_that_is_stopped_does_not_wait_to_the_end()
    {
        using var stopped = new CancellationTokenSource();
        var waiting = new RetryBudget(_options, new ModelMeter(new SomeMeters()), TimeProvider.System, DateTimeOffset.MaxValue)
            .WaitAsync(TimeSpan.FromHours(1), stopped.Token);
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private static async Task SpendAsync(RetryBudget budget)
    {
        while (await budget.WaitAsync(null, Stop))
        {
        }
    }

    private RetryBudget Budget(TimeSpan? time = null) =>
        new(_options, new ModelMeter(new SomeMeters()), _clock, _clock.GetUtcNow() + (time ?? TimeSpan.FromHours(1)));
}
