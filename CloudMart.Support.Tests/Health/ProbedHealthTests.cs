using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.Health;

public sealed class ProbedHealthTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Part _part;

    public ProbedHealthTests() => _part = new Part(_clock, NullLogger.Instance);

    [Fact]
    public async Task Any_number_of_probes_within_a_moment_cost_one_try()
    {
        for (var probe = 0; probe < 20; probe++)
        {
            Assert.Equal(HealthStatus.Healthy, await CheckAsync());
        }

        Assert.Equal(1, _part.Tries);
        _clock.Advance(TimeSpan.FromSeconds(3));
        await CheckAsync();
        Assert.Equal(2, _part.Tries);
    }

    [Fact]
    public async Task No_answer_in_time_is_an_answer_also_where_the_part_does_not_heed_its_limit()
    {
        _part.Answer = new TaskCompletionSource().Task;
        var checking = CheckAsync();
        await _part.Tried.Task;

        var begun = TimeProvider.System.GetTimestamp();
        while (!checking.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(20), "The probe is still waited for.");
            _clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }

        Assert.Equal(HealthStatus.Unhealthy, await checking);
    }

    [Fact]
    public async Task Whoever_asked_first_may_leave_and_the_others_still_get_their_answer()
    {
        var answer = new TaskCompletionSource();
        _part.Answer = answer.Task;
        using var leaving = new CancellationTokenSource();
        var first = CheckAsync(leaving.Token);
        var second = CheckAsync();

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult();

        Assert.Equal(HealthStatus.Healthy, await second);
        Assert.Equal(1, _part.Tries);
    }

    private async Task<HealthStatus> CheckAsync(CancellationToken? cancellationToken = null)
    {
        var registration = new HealthCheckRegistration("part", _part, HealthStatus.Unhealthy, null);
        var context = new HealthCheckContext { Registration = registration };
        return (await _part.CheckHealthAsync(context, cancellationToken ?? TestContext.Current.CancellationToken)).Status;
    }

    private sealed class Part(TimeProvider clock, ILogger logger) : ProbedHealth(clock, logger)
    {
        private int _tries;

        public int Tries => _tries;

        public TaskCompletionSource Tried { get; } = new();

        public Task Answer { get; set; } = Task.CompletedTask;

        protected override Task ProbeAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _tries);
            Tried.TrySetResult();
            return Answer;
        }
    }
}
