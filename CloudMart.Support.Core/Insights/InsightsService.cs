using System.Globalization;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;

namespace CloudMart.Support.Core.Insights;

/// <summary>The figures of a period and the conversations behind each, for supervisors to read.</summary>
public sealed class InsightsService(IDayCounters counters)
{
    /// <summary>How many conversations a page has at most.</summary>
    public const int PageSize = 50;

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The figures; null for who is no supervisor. Counters are read, not conversations: a year costs little more than a day.</summary>
    public async Task<PeriodFigures?> ReadAsync(SignedInStaff by, Period period, CancellationToken cancellationToken) =>
        by.IsSupervisor ? new(period, await counters.ReadAsync([.. period.Parts()], cancellationToken)) : null;

    /// <summary>The conversations behind a figure, newest first; null for who is no supervisor.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="figure">Which figure.</param>
    /// <param name="period">In which they began.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<InboxPage?> ListAsync(
        SignedInStaff by, Figure figure, Period period, string? cursor, CancellationToken cancellationToken)
    {
        if (!by.IsSupervisor)
        {
            return null;
        }

        var (newest, within) = cursor is null ? (period.Last, null) : Place(cursor);
        var counted = Period.Between(period.First, newest) is { } left ? await counters.DaysOfAsync(figure, left, cancellationToken) : [];
        List<Conversation> found = [];
        foreach (var (index, day) in counted.Index())
        {
            var page = await counters.ListAsync(day, figure, PageSize - found.Count, day == newest ? within : null, cancellationToken);
            found.AddRange(page.Conversations);
            if (page.Next is not null)
            {
                return new(found, Cursor(day, page.Next));
            }

            if (found.Count == PageSize)
            {
                return new(found, index + 1 < counted.Count ? Cursor(counted[index + 1], "") : null);
            }
        }

        return new(found, null);
    }

    private static string Cursor(DateOnly day, string within) => day.ToString(DayFormat, CultureInfo.InvariantCulture) + within;

    private static (DateOnly Day, string? Within) Place(string cursor) => (
        DateOnly.ParseExact(cursor.AsSpan(0, DayFormat.Length), DayFormat, CultureInfo.InvariantCulture),
        cursor.Length == DayFormat.Length ? null : cursor[DayFormat.Length..]);
}
