using CloudMart.Support.Core.Staff;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>How the wait for a person stands, read again and again: nothing tells the page that somebody else's turn has come.</summary>
public sealed partial class WaitingForPerson(WaitService waits, CurrentCustomer customer, PagePatience patience, TimeProvider clock)
{
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(customer.Ended);
    private Task _following = Task.CompletedTask;
    private CustomersWait? _wait;

    [Parameter, EditorRequired]
    public string ConversationId { get; set; } = "";

    /// <summary>The customer would rather go on with the assistant.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnContinue { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _following;
        _leaving.Dispose();
    }

    protected override void OnInitialized() => _following = FollowAsync();

    private static string Place(CustomersWait wait) => wait switch
    {
        { IsMoreAhead: true, Ahead: 0 } => "Others wait before you.",
        { IsMoreAhead: true } => $"More than {wait.Ahead} others wait before you.",
        { Ahead: 0 } => "You are next in line.",
        { Ahead: 1 } => "One other waits before you.",
        _ => $"{wait.Ahead} others wait before you.",
    };

    private async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                await patience.InsistAsync(ReadAsync, _leaving.Token);
                await Task.Delay(ReadEvery, clock, _leaving.Token);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // Somebody answers, or the page is left.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task ReadAsync()
    {
        var wait = await waits.FindAsync(await customer.GetAsync(), ConversationId, _leaving.Token);
        if (wait != _wait)
        {
            _wait = wait;
            StateHasChanged();
        }
    }
}
