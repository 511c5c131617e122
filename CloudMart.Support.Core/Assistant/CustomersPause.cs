using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// After three runs in a row had to give way, the next one finishes whatever is said meanwhile. So it begins when the customer has paused,
/// and one answer covers a burst of messages; but it does not wait for ever. Follows from the log alone, as everything that a worker decides.
/// </summary>
internal static class CustomersPause
{
    /// <summary>Whoever says nothing for this long has said it.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    /// <returns>How long to wait before looking again; zero where a run may begin.</returns>
    public static TimeSpan Left(ConversationSnapshot known, DateTimeOffset now)
    {
        if (known.State.SupersededInARow < NextMove.MaxSupersedes
            || known.Events.FindLast(recorded => recorded.Event is CustomerSaid)?.At is not { } lastSaid
            || known.Events.FindLast(recorded => recorded.Event is RunEnded)?.At is not { } gaveWay)
        {
            return TimeSpan.Zero;
        }

        var begins = lastSaid + Length < gaveWay + AtMost ? lastSaid + Length : gaveWay + AtMost;
        return begins - now is { Ticks: > 0 } left ? Min(left, Length) : TimeSpan.Zero;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
