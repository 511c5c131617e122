using CloudMart.Support.Core.Assistant.Drafts;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CloudMart.Support.Web.StaffConsole.Drafts;

/// <summary>Has a model draft the next reply into the box, where there is a model. Sending it is the person's to do.</summary>
public sealed partial class DraftButton(StaffDrafts drafts, CurrentStaff staff, IJSRuntime js) : IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private IJSObjectReference? _script;
    private ElementReference _button;
    private bool _isDrafting;
    private string _told = "";

    [Parameter, EditorRequired]
    public string ConversationId { get; set; } = "";

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _leaving.Dispose();
        try
        {
            await (_script?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and everything in it.
        }
    }

    private async Task DraftAsync()
    {
        (_isDrafting, _told) = (true, "");
        try
        {
            var draft = await drafts.DraftReplyAsync(await staff.GetAsync(), ConversationId, _leaving.Token);
            _told = await TakeAsync(draft);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // Another conversation is open by now, or none.
        }

        _isDrafting = false;
    }

    private async Task<string> TakeAsync(DraftResult draft)
    {
        if (draft is not Drafted { Text: var text, UnfoundedClaim: var claim })
        {
            return ((NotDrafted)draft).Why;
        }

        _script ??= await js.InvokeAsync<IJSObjectReference>("import", _leaving.Token, "./StaffConsole/Drafts/DraftButton.razor.js");
        await _script.InvokeVoidAsync("fill", _leaving.Token, _button, ConversationId, text);
        return claim is null ? "Read it before you send it." : $"Nothing of this was done in this conversation: “{claim}”";
    }
}
