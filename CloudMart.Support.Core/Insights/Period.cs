namespace CloudMart.Support.Core.Insights;

/// <summary>Days in a row (UTC), the first and the last included.</summary>
public sealed record Period
{
    /// <summary>Three years.</summary>
    public const int MostDays = 1_096;

    private const int MostSingleDays = 31, MostDaysInWeeks = 26 * 7;

    private Period(int first, int last) => (First, Last) = (DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Null where the last day comes before the first, or there are more than <see cref="MostDays"/>.</summary>
    public static Period? Between(DateOnly first, DateOnly last) =>
        last.DayNumber - first.DayNumber is >= 0 and < MostDays ? new(first.DayNumber, last.DayNumber) : null;

    /// <summary>So many days up to <paramref name="last"/>.</summary>
    public static Period Ending(DateOnly last, int days) => new(last.DayNumber - days + 1, last.DayNumber);

    /// <summary>From the first day of all parts to the last.</summary>
    public static Period Over(IReadOnlyCollection<Period> parts) => new(parts.Min(part => part.First.DayNumber), parts.Max(part => part.Last.DayNumber));

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    public IEnumerable<DateOnly> EachDay() => Enumerable.Range(First.DayNumber, Days).Select(DateOnly.FromDayNumber);

    /// <summary>What a chart shows of it, oldest first: days, of some months weeks, and of more the months of the calendar.</summary>
    public IEnumerable<Period> Parts() => Split(first => Days switch
    {
        <= MostSingleDays => first,
        <= MostDaysInWeeks => first + 6,
        _ => LastOfMonth(first),
    });

    /// <summary>The same days by the months of the calendar, oldest first.</summary>
    public IEnumerable<Period> InMonths() => Split(LastOfMonth);

    private IEnumerable<Period> Split(Func<int, int> lastOfPart)
    {
        for (var first = First.DayNumber; first <= Last.DayNumber;)
        {
            var last = Math.Min(Last.DayNumber, lastOfPart(first));
            yield return new(first, last);
            first = last + 1;
        }
    }

    private static int LastOfMonth(int dayNumber)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        return dayNumber + DateTime.DaysInMonth(day.Year, day.Month) - day.Day;
    }
}
