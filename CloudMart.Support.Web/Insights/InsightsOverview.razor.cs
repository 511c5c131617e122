using CloudMart.Support.Core.Insights;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CloudMart.Support.Web.Insights;

/// <summary>The figures of the chosen period. To who is no supervisor it shows that nothing is there for them.</summary>
public sealed partial class InsightsOverview(
    InsightsService insights, CurrentStaff staff, PagePatience patience, TimeProvider clock, IJSRuntime js) : IDisposable
{
    /// <summary>Measures what the charts draw; nothing else of the product needs it.</summary>
    private const string ChartScript = "./_content/MudBlazor/MudBlazor.min.js";

    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private PeriodChoice _choice = null!;
    private PeriodFigures? _figures;
    private IReadOnlyList<PeriodFigures> _parts = [];
    private bool _isRead;

    /// <summary>A period in words, as the address has it.</summary>
    [Parameter]
    public string? Choice { get; set; }

    [Parameter]
    public string? First { get; set; }

    [Parameter]
    public string? Last { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override void OnInitialized() => Choose();

    protected override async Task OnInitializedAsync()
    {
        await using var script = await js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, ChartScript);
    }

    protected override Task OnParametersSetAsync()
    {
        Choose();
        _isRead = false;
        return patience.InsistAsync(ReadAsync, _leaving.Token);
    }

    private void Choose() => _choice = PeriodChoice.Of(Choice, First, Last, Counting.DayOf(clock.GetUtcNow()));

    private async Task ReadAsync()
    {
        var chosen = _choice;
        var figures = await insights.ReadAsync(await staff.GetAsync(), chosen.Period, _leaving.Token);
        if (chosen == _choice) // another period may have been chosen meanwhile
        {
            (_figures, _parts, _isRead) = (figures, figures?.Parts() ?? [], true);
        }
    }

    private static IEnumerable<(string Label, string Value, string Note, Figure Figure)> Tiles(PeriodFigures figures)
    {
        var (all, handed) = (figures.Conversations, figures[Figure.HandedOver]);
        yield return ("Conversations", InsightWords.Number(all), PerDay(figures), Figure.Conversations);
        yield return ("Solved by the assistant alone", InsightWords.Share(figures[Figure.SolvedAlone], all), $"{InsightWords.Number(figures[Figure.SolvedAlone])} of them", Figure.SolvedAlone);
        yield return ("Handed over", InsightWords.Number(handed), handed == 0 ? "to staff" : $"{InsightWords.Share(handed, all)} of them", Figure.HandedOver);
        yield return ("Time to first answer", Median(figures.FirstAnswer), Slowest(figures.FirstAnswer, "nobody was answered"), Figure.FirstAnswer);
        yield return ("Time to resolution", Median(figures.Resolution), Slowest(figures.Resolution, "staff resolved none"), Figure.Resolution);
        yield return ("Tool calls", InsightWords.Number(figures[Figure.Tools]), figures.Tools is [{ Tool: var most }, ..] ? $"most: {most}" : "no tool was called", Figure.Tools);
    }

    private static string PerDay(PeriodFigures figures) => figures.Period.Days == 1
        ? "on this day"
        : $"{((double)figures.Conversations / figures.Period.Days).ToString("0.#", Layout.Prices.Shop)} a day";

    private static string Median(TimesTaken? times) => times is null ? "–" : InsightWords.Duration(times.Median);

    private static string Slowest(TimesTaken? times, string none) => times is null ? none : $"median; 95 % within {InsightWords.Duration(times.Slowest)}";
}
