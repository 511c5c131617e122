using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Insights;

/// <summary>
/// The daily counters, which stores keep up as they let go of conversations that owe nothing any more: at the end of every turn and after
/// every deed of staff. Days are UTC.
/// </summary>
public interface IDayCounters
{
    /// <summary>The sums over the days of each of <paramref name="parts"/>, one each and in their order.</summary>
    Task<IReadOnlyList<PeriodCounts>> ReadAsync(IReadOnlyList<Period> parts, CancellationToken cancellationToken);

    /// <summary>The days of <paramref name="period"/> on which something counts in <paramref name="figure"/>, newest first.</summary>
    Task<IReadOnlyList<DateOnly>> DaysOfAsync(Figure figure, Period period, CancellationToken cancellationToken);

    /// <summary>
    /// The conversations that began on <paramref name="day"/> and count in <paramref name="figure"/>, newest first, as their state was last
    /// kept. A page looks at a bounded number of conversations: it may be short though another one follows.
    /// </summary>
    /// <param name="day">The day.</param>
    /// <param name="figure">In which they count.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<InboxPage> ListAsync(DateOnly day, Figure figure, int limit, string? cursor, CancellationToken cancellationToken);
}
