using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>Tells the customer that the person who answers them is writing; nothing of notes, and nothing of who else looks.</summary>
public sealed partial class StaffIsTyping(ConversationPresence presence, CurrentCustomer customer, IStoreFaults faults, TimeProvider clock)
{
    private FollowedPresence? _presence;
    private long _lastNumber;

    /// <summary>The customer's conversation, which a member of staff answers.</summary>
    [Parameter, EditorRequired]
    public Conversation State { get; set; } = null!;

    public ValueTask DisposeAsync() => _presence?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void OnInitialized() => _presence = new FollowedPresence(
        async ct => await presence.FollowOwnAsync(await customer.GetAsync(), State, ct),
        item => WhoTypes(item, State),
        () => InvokeAsync(StateHasChanged),
        DispatchExceptionAsync,
        faults,
        clock,
        customer.Ended);

    /// <summary>The first name of whoever the customer may see writing; null for everything else.</summary>
    internal static string? WhoTypes(FeedItem item, Conversation state) =>
        item is StaffTypes { IsNote: false } types && types.StaffId == state.Answering?.StaffId ? types.Name : null;

    protected override void OnParametersSet()
    {
        if (State.LastNumber != _lastNumber && State.Answering is { Name: var name } && State.LastLineBy == name)
        {
            _presence!.Sent(name);
        }

        _lastNumber = State.LastNumber;
    }
}
