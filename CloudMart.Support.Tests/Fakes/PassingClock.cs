using System.Collections.Concurrent;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Time that passes at once whenever somebody waits, and not otherwise; how long each wait would have been is noted.</summary>
internal sealed class PassingClock : TimeProvider
{
    private readonly DateTimeOffset _begun = System.GetUtcNow();
    private long _passed;

    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public override DateTimeOffset GetUtcNow() => _begun.AddTicks(Interlocked.Read(ref _passed));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        Interlocked.Add(ref _passed, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
