using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.StaffConsole.Inbox;
using CloudMart.Support.Web.StaffConsole.Watching;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CloudMart.Support.Web.StaffConsole;

/// <summary>The browser's half of the console: writes the answer as it comes, and keeps what this person chose and has seen.</summary>
internal sealed class ConsoleBrowser : IAsyncDisposable
{
    private const string Script = "./StaffConsole/ConsoleRoom.razor.js";

    private readonly IJSObjectReference _page;
    private readonly StaffConversation _talk;
    private readonly AnswerPen _pen;
    private readonly Task _writing;

    private ConsoleBrowser(
        IJSObjectReference page, StaffConversation talk, TimeProvider clock, Func<Exception, Task> failed, CancellationToken leaving)
    {
        (_page, _talk, _pen) = (page, talk, new AnswerPen(page, clock));
        talk.AnswerGrew += _pen.Wake;
        _writing = WriteAsync(failed, leaving);
    }

    /// <param name="js">The circuit's browser.</param>
    /// <param name="talk">Whose answer is written.</param>
    /// <param name="clock">The time.</param>
    /// <param name="failed">Nobody waits for the writing, so its failure is told.</param>
    /// <param name="leaving">The page is left.</param>
    public static async Task<ConsoleBrowser> AttachAsync(
        IJSRuntime js, StaffConversation talk, TimeProvider clock, Func<Exception, Task> failed, CancellationToken leaving) =>
        new(await js.InvokeAsync<IJSObjectReference>("import", leaving, Script), talk, clock, failed, leaving);

    /// <summary>What was kept when this person was here before.</summary>
    public async Task<KeptChoice> RememberAsync(
        ElementReference room, DotNetObjectReference<ConsoleDesk> desk, string staffId, CancellationToken cancellationToken) =>
        await _page.InvokeAsync<KeptChoice?>("attach", cancellationToken, room, desk, staffId) ?? new KeptChoice(null, null, null);

    /// <summary>Writes the whole answer again.</summary>
    public void StartOver() => _pen.StartOver();

    public async ValueTask DisposeAsync()
    {
        _talk.AnswerGrew -= _pen.Wake;
        await _writing;
        _pen.Dispose();
        try
        {
            await _page.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and everything in it.
        }
    }

    private async Task WriteAsync(Func<Exception, Task> failed, CancellationToken leaving)
    {
        try
        {
            await _pen.WriteAsync(() => _talk.Answer, leaving);
        }
        catch (Exception gone) when (gone is JSDisconnectedException || leaving.IsCancellationRequested)
        {
            // The browser has gone, or the page is being left.
        }
        catch (Exception failure)
        {
            await failed(failure);
        }
    }
}

/// <summary>What the browser kept; it may be of another release, or made up.</summary>
/// <param name="List">The name of an <see cref="InboxList"/>.</param>
/// <param name="Reason">The name of one of the <see cref="AttentionReasons"/>.</param>
/// <param name="Messages">Up to which event each conversation was seen.</param>
/// <param name="Newest">What needs attention is sorted newest first.</param>
internal sealed record KeptChoice(string? List, string? Reason, IReadOnlyDictionary<string, long>? Messages, bool Newest = false)
{
    public InboxFilter Filter
    {
        get
        {
            var list = Enum.TryParse<InboxList>(List, out var known) && Enum.IsDefined(known) ? known : InboxList.Attention;
            var reason = Enum.TryParse<AttentionReasons>(Reason, out var why) && Standing.Reasons.Contains(why) ? why : AttentionReasons.None;
            return new InboxFilter(list, list == InboxList.Attention ? reason : AttentionReasons.None, Newest);
        }
    }

    public IReadOnlyDictionary<string, long> Seen => Messages ?? new Dictionary<string, long>();
}
