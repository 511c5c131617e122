using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CloudMart.Support.Web.StaffConsole.Acting;

/// <summary>
/// Runs an operation in the customer's place, in the conversation beside it or else their newest, where the customer sees it: what, with which arguments, what that
/// does exactly, and only then the button that does it. What becomes of it, the order shows by itself.
/// </summary>
public sealed partial class ActForCustomer(
    StaffService service, StaffOrders orders, StaffChoices choices, CurrentStaff staff, PagePatience patience) : IDisposable
{
    private const string NeverWrote = "The customer has not written yet. What is done in their place stands in a conversation, so that they see it.";

    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private OfferedAct? _act;
    private OrderChoices _choices = OrderChoices.None;
    private ActDraft _draft = null!;
    private ActionCard? _card;
    private bool _isAsked;
    private string? _conversationId;
    private string _told = "";

    [Parameter, EditorRequired]
    public Order Order { get; set; } = null!;

    /// <summary>In which it is to stand; null: in the customer's newest.</summary>
    [Parameter]
    public string? ConversationId { get; set; }

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private Task ChooseAsync(OfferedAct act)
    {
        (_act, _card, _draft, _told, _conversationId) = (act, null, new ActDraft(Order), "", null);
        return act.Fields == ActFields.None
            ? ShowAsync()
            : patience.InsistAsync(ReadChoicesAsync, _leaving.Token);
    }

    /// <summary>What the select shows is what is meant, be the original method the customer's no more.</summary>
    private async Task ReadChoicesAsync()
    {
        _choices = await choices.OfAsync(await staff.GetAsync(), Order, _leaving.Token);
        if (_choices.Methods.All(method => method.Id != _draft.MethodId))
        {
            _draft.MethodId = _choices.Methods is [{ Id: var first }, ..] ? first : "";
        }
    }

    private void Leave() => (_act, _card) = (null, null);

    private Task ShowAsync() => AskAsync(service.ShowActAsync);

    private Task ActAsync()
    {
        var seen = _card!;
        return AskAsync((by, conversation, act, arguments, cancellationToken) =>
            service.ActAsync(by, conversation, act, arguments, seen, cancellationToken));
    }

    private async Task AskAsync(Func<SignedInStaff, string, string, string, CancellationToken, Task<StaffResult>> ask)
    {
        var (act, draft) = (_act!, _draft);
        (_isAsked, _told) = (true, "");
        await patience.InsistAsync(
            async () =>
            {
                var by = await staff.GetAsync();
                Take((ConversationId ?? await orders.FindConversationAsync(by, Order, _leaving.Token)) is not { } conversation
                    ? (null, new StaffRefused(NeverWrote))
                    : (conversation, await ask(by, conversation, act.Name, draft.ArgumentsFor(act), _leaving.Token)));
            },
            _leaving.Token);
        _isAsked = false;
    }

    private void Take((string? Conversation, StaffResult Result) answer)
    {
        switch (answer.Result)
        {
            case ActShown { Card: var card }:
                _told = _card is null ? "" : "Things have changed since you looked. This is what it would do now.";
                _card = card;
                break;
            case StaffRefused refused:
                (_told, _card) = (refused.Why, null);
                _act = _act!.Fields == ActFields.None ? null : _act;
                break;
            default:
                (_told, _conversationId) = ("It is being carried out. If it is above the approval limit, a colleague has to approve it first; it then waits in the inbox.", ConversationId is null ? answer.Conversation : null);
                Leave();
                break;
        }
    }
}
