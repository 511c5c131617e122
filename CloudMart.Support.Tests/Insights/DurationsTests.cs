using CloudMart.Support.Core.Insights;
using CsCheck;

namespace CloudMart.Support.Tests.Insights;

public sealed class DurationsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    [InlineData(125, 1)]
    [InlineData(126, 2)]
    [InlineData(long.MaxValue, 80)]
    public void Each_step_is_a_quarter_longer_than_the_one_before_and_the_last_takes_whatever_is_longer(long milliseconds, int step) =>
        Assert.Equal(step, Durations.StepOf(milliseconds));

    [Fact]
    public void A_percentile_read_from_steps_is_right_to_within_an_eighth() =>
        Gen.Long[101, (long)TimeSpan.FromDays(60).TotalMilliseconds].Array[1, 50].Select(Gen.OneOf(0.5, 0.95)).Sample((times, percentile) =>
        {
            var exact = times.Order().ElementAt((int)Math.Ceiling(times.Length * percentile) - 1);
            var counted = times.GroupBy(Durations.StepOf).ToDictionary(step => step.Key, step => (long)step.Count());

            Assert.InRange(Durations.At(counted, percentile)!.Value.TotalMilliseconds / exact, 1 / 1.125, 1.125);
        });

    [Fact]
    public void Of_times_of_which_half_are_short_the_median_is_short_and_the_95th_percentile_long()
    {
        var counted = new Dictionary<int, long> { [Durations.StepOf(60_000)] = 10, [Durations.StepOf(1_000)] = 10 };

        Assert.InRange(Durations.At(counted, 0.5)!.Value.TotalSeconds, 0.88, 1.13);
        Assert.InRange(Durations.At(counted, 0.95)!.Value.TotalSeconds, 53, 68);
    }

    [Fact]
    public void Where_nothing_was_counted_there_is_no_percentile() => Assert.Null(Durations.At(new Dictionary<int, long>(), 0.5));
}
