using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole.Inbox;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.Insights;

/// <summary>The conversations behind a figure, page by page. To who is no supervisor it shows that nothing is there for them.</summary>
public sealed partial class FigureConversations(InsightsService insights, CurrentStaff staff, PagePatience patience)
{
    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private readonly List<Conversation> _conversations = [];
    private Figure? _figure;
    private Period? _period;
    private string _staffId = "";
    private string? _next;
    private bool _isRead;
    private bool _isLoading;

    /// <summary>Of a <see cref="Figure"/>.</summary>
    [Parameter]
    public string? Name { get; set; }

    [Parameter]
    public string? First { get; set; }

    [Parameter]
    public string? Last { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        (_figure, _period) = (Figure.Parse(Name), PeriodChoice.Between(First, Last));
        (_next, _isRead) = (null, _figure is null || _period is null);
        _conversations.Clear();
        if (!_isRead)
        {
            await patience.InsistAsync(ReadMoreAsync, _leaving.Token);
        }
    }

    private async Task ShowMoreAsync()
    {
        _isLoading = true;
        await patience.InsistAsync(ReadMoreAsync, _leaving.Token);
        _isLoading = false;
    }

    private async Task ReadMoreAsync()
    {
        var (figure, period) = (_figure!, _period!);
        var who = await staff.GetAsync();
        var page = await insights.ListAsync(who, figure, period, _next, _leaving.Token);
        if ((figure, period) == (_figure, _period)) // another figure may have been chosen meanwhile
        {
            _conversations.AddRange(page?.Conversations ?? []);
            (_staffId, _next, _isRead) = (who.StaffId, page?.Next, true);
        }
    }

    private Standing StandingOf(Conversation state) => Standing.Of(state, _staffId);
}
