using CloudMart.Support.Core.Insights;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CloudMart.Support.Web.Insights;

/// <summary>How long customers waited for the first answer and for the resolution; the first answer over time as well.</summary>
public sealed partial class AnswerTimes
{
    private static readonly string[] Colors = ["var(--chart-1)", "var(--chart-2)"];

    private readonly LineChartOptions _options = new()
    {
        ChartPalette = Colors,
        ShowLegend = false,
        LineStrokeWidth = 2,
        ConnectNullPoints = true,
        YAxisRequireZeroPoint = true,
        YAxisToStringFunc = seconds => InsightWords.Duration(TimeSpan.FromSeconds(seconds)),
        TooltipTitleFormat = "{{SERIES_NAME}}: {{Y_VALUE}} s",
    };

    private List<ChartSeries<double>> _series = [];
    private string[] _labels = [];

    [Parameter, EditorRequired]
    public PeriodFigures Figures { get; set; } = null!;

    /// <summary>The same over time, oldest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PeriodFigures> Parts { get; set; } = [];

    private (string Words, Figure Figure, TimesTaken? Times)[] Rows =>
        [("First answer", Figure.FirstAnswer, Figures.FirstAnswer), ("Resolution", Figure.Resolution, Figures.Resolution)];

    protected override void OnParametersSet()
    {
        _series =
        [
            Series("First answer, median", times => times.Median),
            Series("95 % within", times => times.Slowest),
        ];
        _options.YAxisTicks = ChartLabels.Step(Parts.Max(part => part.FirstAnswer?.Slowest.TotalSeconds ?? 0));
        _labels = Parts.Count(part => part.FirstAnswer is not null) > 1 ? ChartLabels.Of(Parts) : [];
    }

    private ChartSeries<double> Series(string name, Func<TimesTaken, TimeSpan> time) => new()
    {
        Name = name,
        Data = new ChartData<double>([.. Parts.Select(part => part.FirstAnswer is { } times ? (double?)Math.Round(time(times).TotalSeconds, 1) : null)]),
    };
}
