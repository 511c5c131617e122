using CloudMart.Support.Core.Insights;

namespace CloudMart.Support.Web.Insights;

/// <summary>What is written along the axes of a chart.</summary>
internal static class ChartLabels
{
    /// <summary>More than these would be written over each other on a phone.</summary>
    private const int Most = 5;

    private const int DaysOfWeek = 7;
    private const double Lines = 4;

    private static readonly int[] RoundNumbers = [1, 2, 5, 10];

    public static string[] Of(IReadOnlyList<PeriodFigures> parts)
    {
        var every = (parts.Count + Most - 1) / Most;
        var areMonths = parts.Any(part => part.Period.Days > DaysOfWeek);
        return [.. parts.Select((part, index) => index % every > 0 ? "" : InsightWords.Part(part.Period, areMonths))];
    }

    /// <summary>The step from line to line: a round number, so that there are about four lines.</summary>
    public static int Step(double highest)
    {
        var wanted = Math.Max(1, highest / Lines);
        var power = Math.Pow(10, Math.Floor(Math.Log10(wanted)));
        return (int)(power * RoundNumbers.First(factor => factor * power >= wanted));
    }
}
