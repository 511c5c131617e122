namespace CloudMart.Support.Tests.Fakes;

/// <summary>The real clock, moved forward at will: leases run out at once, and the pauses of a retry still end by themselves.</summary>
public sealed class ShiftableClock : TimeProvider
{
    private long _shift;

    public void Shift(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));
}
