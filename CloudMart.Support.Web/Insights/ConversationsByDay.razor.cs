using CloudMart.Support.Core.Insights;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CloudMart.Support.Web.Insights;

/// <summary>How many conversations began when, and what became of them.</summary>
public sealed partial class ConversationsByDay
{
    private static readonly (string Name, string Color)[] Kinds =
        [("Solved by the assistant alone", "var(--chart-1)"), ("Handed over", "var(--chart-2)"), ("Other", "var(--chart-3)")];

    private readonly StackedBarChartOptions _options = new()
    {
        ChartPalette = [.. Kinds.Select(kind => kind.Color)],
        ShowLegend = false,
        BarWidthRatio = 0.6,
        YAxisFormat = "N0",
        TooltipTitleFormat = "{{SERIES_NAME}}: {{Y_VALUE}}",
    };

    private List<ChartSeries<double>> _series = [];
    private string[] _labels = [];

    /// <summary>Oldest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PeriodFigures> Parts { get; set; } = [];

    protected override void OnParametersSet()
    {
        Func<PeriodFigures, long>[] kinds =
        [
            part => part[Figure.SolvedAlone],
            part => part[Figure.HandedOver],
            part => part.Conversations - part[Figure.SolvedAlone] - part[Figure.HandedOver],
        ];
        _series = [.. Kinds.Zip(kinds, (kind, count) => new ChartSeries<double>
        {
            Name = kind.Name,
            Data = new ChartData<double>([.. Parts.Select(part => (double)count(part))]),
        })];
        _options.YAxisTicks = ChartLabels.Step(Parts.Max(part => part.Conversations));
        _labels = ChartLabels.Of(Parts);
    }
}
