namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>
/// Every scenario begins at the same moment. Its clock goes on by itself, so that a real provider's pauses and limits mean what they say,
/// and is moved ahead where a scenario says that time passes.
/// </summary>
internal sealed class ScenarioClock : TimeProvider
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly long _begun = System.GetTimestamp();
    private long _ahead;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() =>
        Morning + System.GetElapsedTime(_begun) + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
