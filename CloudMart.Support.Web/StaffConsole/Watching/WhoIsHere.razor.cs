using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>Which colleagues have the conversation open as well, and who is writing in it; and tells colleagues that this page has.</summary>
public sealed partial class WhoIsHere(ConversationPresence presence, CurrentStaff staff, IStoreFaults faults, TimeProvider clock)
{
    private FollowedPresence? _presence;
    private Task<IAsyncDisposable>? _entered;
    private CancellationTokenRegistration _ended;
    private Task _left = Task.CompletedTask;
    private long _lastNumber;

    [Parameter, EditorRequired]
    public Conversation State { get; set; } = null!;

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public SignedInStaff Me { get; set; } = null!;

    /// <summary>What the customer is called.</summary>
    [Parameter, EditorRequired]
    public string Customer { get; set; } = "";

    private string InWords => string.Join(" ", new[] { Sentence(Others(), "also here"), Sentence([.. _presence?.Writing ?? []], "writing…") }.Where(part => part.Length > 0));

    public async ValueTask DisposeAsync()
    {
        await _ended.DisposeAsync();
        await _left;
        await (_presence?.DisposeAsync() ?? ValueTask.CompletedTask);
        if (_entered is not null)
        {
            await (await _entered).DisposeAsync();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        _presence = new FollowedPresence(
            async ct => await presence.FollowAsync(Me, State.Id, ct), WhoTypes, () => InvokeAsync(StateHasChanged), DispatchExceptionAsync, faults, clock, staff.Ended);
        _entered = presence.EnterAsync(Me, State.Id, staff.Ended);
        var stay = await _entered;
        _ended = staff.Ended.Register(() => _left = stay.DisposeAsync().AsTask()); // the page may stay open, but nobody is there
    }

    protected override void OnParametersSet()
    {
        if (State.LastNumber != _lastNumber)
        {
            _presence!.Sent(State.LastLineBy == Conversation.Customer ? Customer : State.LastLineBy);
        }

        _lastNumber = State.LastNumber;
    }

    private List<string> Others() => [.. presence.WatchersOf(State.Id).Where(each => each.StaffId != Me.StaffId).Select(each => each.Name)];

    private string? WhoTypes(FeedItem item) => item switch
    {
        CustomerTypes => Customer,
        StaffTypes types when types.StaffId != Me.StaffId => types.Name,
        _ => null,
    };

    private static string Sentence(List<string> names, string what) => names switch
    {
        [] => "",
        [var one] => $"{one} is {what}{(what.EndsWith('…') ? "" : ".")}",
        _ => $"{string.Join(", ", names[..^1])} and {names[^1]} are {what}{(what.EndsWith('…') ? "" : ".")}",
    };
}
