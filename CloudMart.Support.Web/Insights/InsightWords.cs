using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Web.Layout;

namespace CloudMart.Support.Web.Insights;

/// <summary>Figures as a supervisor reads them.</summary>
internal static class InsightWords
{
    public static string Number(long count) => count.ToString("N0", Prices.Shop);

    /// <summary>E.g. <c>63 %</c>.</summary>
    public static string Share(long part, long all) => all == 0 ? "" : $"{(100.0 * part / all).ToString("0", Prices.Shop)} %";

    /// <summary>No finer than it was counted.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => $"{time.TotalSeconds.ToString("0.#", Prices.Shop)} s",
        { TotalSeconds: < 100 } => $"{time.TotalSeconds.ToString("0", Prices.Shop)} s",
        { TotalMinutes: < 100 } => $"{time.TotalMinutes.ToString("0", Prices.Shop)} min",
        { TotalHours: < 48 } => $"{time.TotalHours.ToString("0", Prices.Shop)} h",
        _ => $"{time.TotalDays.ToString("0", Prices.Shop)} days",
    };

    public static string Days(Period period) =>
        period.Days == 1 ? Day(period.First) : $"{(period.First.Year == period.Last.Year ? Short(period.First) : Day(period.First))} to {Day(period.Last)}";

    /// <summary>Under a chart: a day, the first day of a week, or a month.</summary>
    public static string Part(Period part, bool isMonth) => isMonth ? part.First.ToString("MMM", Prices.Shop) : Short(part.First);

    public static string Cause(string name) => name switch
    {
        nameof(HandOverCause.CustomerAsked) => "The customer asked",
        nameof(HandOverCause.AssistantAsked) => "The assistant asked",
        nameof(HandOverCause.GaveUp) => "The assistant reached a limit",
        nameof(HandOverCause.AssistantAway) => "The assistant was away",
        "SteppedIn" => "Staff stepped in",
        _ => "Not known why",
    };

    public static string Outcome(string name) => name.Replace('_', ' ');

    /// <summary>What the conversations behind a figure have in common.</summary>
    public static string Heading(Figure figure) => (figure.Whole.Name, figure.Part) switch
    {
        ("solved-alone", _) => "Solved by the assistant alone",
        ("handed-over", null) => "Handed over to staff",
        ("handed-over", { } cause) => $"Handed over: {Cause(cause)}",
        ("first-answer", _) => "Answered",
        ("resolution", _) => "Resolved by staff",
        ("rated", null) => "Rated",
        ("rated", { } score) => $"Rated {score} of 5",
        ("tools", null) => "Where a tool was called",
        ("tools", { } tool) => $"Where {Outcome(tool)}",
        ("tokens", _) => "Where a model was asked",
        _ => "Conversations",
    };

    private static string Day(DateOnly day) => day.ToString("MMM d, yyyy", Prices.Shop);

    private static string Short(DateOnly day) => day.ToString("MMM d", Prices.Shop);
}
