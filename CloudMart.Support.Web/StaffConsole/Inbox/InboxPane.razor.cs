using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Web.CustomerSupport;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.StaffConsole.Inbox;

/// <summary>The lists of conversations, with a search over them.</summary>
public sealed partial class InboxPane(PagePatience patience) : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private string _text = "";
    private bool _isPointed, _isFocused;

    [Parameter, EditorRequired]
    public InboxState Inbox { get; set; } = null!;

    [Parameter, EditorRequired]
    public SignedInStaff Me { get; set; } = null!;

    /// <summary>How long a customer should wait at most.</summary>
    [Parameter, EditorRequired]
    public TimeSpan AnswerWithin { get; set; }

    /// <summary>Whether the customer wrote something there that this person has not seen.</summary>
    [Parameter, EditorRequired]
    public Func<Conversation, bool> IsUnread { get; set; } = null!;

    /// <summary>The conversation beside the list.</summary>
    [Parameter]
    public string? OpenId { get; set; }

    /// <summary>A conversation was chosen.</summary>
    [Parameter, EditorRequired]
    public EventCallback<string> OnOpen { get; set; }

    /// <summary>Another list was chosen.</summary>
    [Parameter]
    public EventCallback OnFilter { get; set; }

    private string FoundInWords => Inbox.Rows is null ? "Searching…" : $"{Inbox.Rows.Count} found for “{Inbox.Sought}”";

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task ShowAsync(InboxFilter filter)
    {
        await patience.InsistAsync(() => Inbox.ShowAsync(filter, _leaving.Token), _leaving.Token);
        await OnFilter.InvokeAsync();
    }

    private Task SortAsync(InboxOrder order) => ShowAsync(Inbox.Filter with { NewestFirst = order == InboxOrder.NewestFirst });

    private Task SearchAsync() => patience.InsistAsync(() => Inbox.SearchAsync(_text, _leaving.Token), _leaving.Token);

    private Task BackAsync()
    {
        _text = "";
        return SearchAsync();
    }

    /// <summary>Whoever presses a key while the pointer rests on a row has left it with neither.</summary>
    private void Hold(bool? pointed = null, bool? focused = null)
    {
        (_isPointed, _isFocused) = (pointed ?? _isPointed, focused ?? _isFocused);
        Inbox.Hold(_isPointed || _isFocused);
    }

    private Task ShowMoreAsync() => patience.InsistAsync(() => Inbox.ShowMoreAsync(_leaving.Token), _leaving.Token);

    private static string Said(bool isSo) => isSo ? "true" : "false";
}
