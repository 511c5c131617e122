using System.Globalization;
using CloudMart.Support.Core.Insights;

namespace CloudMart.Support.Web.Insights;

/// <summary>Which period the address asks for. One that is said in words moves on with the days; dates stay as they are.</summary>
/// <param name="Name">In addresses, e.g. <c>7-days</c>; null where dates were chosen.</param>
/// <param name="Period">The days.</param>
/// <param name="Trouble">Why it is not the dates that were asked for; null where it is.</param>
public sealed record PeriodChoice(string? Name, Period Period, string? Trouble = null)
{
    public const string Format = "yyyy-MM-dd";

    private const string Usual = "30-days";

    /// <summary>The periods in words: their name and how they are called.</summary>
    public static readonly (string Name, string Words)[] InWords =
        [("today", "Today"), ("7-days", "7 days"), (Usual, "30 days"), ("12-months", "12 months")];

    /// <param name="name">Of a period in words; another one, or none, is the usual.</param>
    /// <param name="first">A date; goes before the name.</param>
    /// <param name="last">A date.</param>
    /// <param name="today">The day (UTC).</param>
    public static PeriodChoice Of(string? name, string? first, string? last, DateOnly today)
    {
        if (first is null && last is null)
        {
            return Named(name, today);
        }

        return Between(first, last) is { } period
            ? new(null, period)
            : Named(Usual, today) with { Trouble = $"Please choose a first day and a last one that is not before it, up to {Period.MostDays / 365} years." };
    }

    /// <summary>The period that two dates name; null where they name none.</summary>
    public static Period? Between(string? first, string? last) =>
        Date(first) is { } from && Date(last) is { } to ? Period.Between(from, to) : null;

    private static PeriodChoice Named(string? name, DateOnly today) => name switch
    {
        "today" => new(name, Period.Ending(today, 1)),
        "7-days" => new(name, Period.Ending(today, 7)),
        "12-months" => new(name, Period.Between(FirstOfMonth(today).AddMonths(-11), today)!),
        _ => new(Usual, Period.Ending(today, 30)),
    };

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
