using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Claims;

/// <summary>
/// What the log says was done: by calls, by cards, and what the shop's records showed when they were looked at. What was done before the last
/// answer counts as well where a claim names the order, since customers ask what became of things. What can be done again (an address, a
/// payment method, items) counts only where it was done for what is being answered, and until the assistant asks for it anew.
/// </summary>
internal sealed class ChangesMade
{
    private static readonly ImmutableHashSet<string> Repeatable =
    [
        ShippingAddressChange.Name, DefaultAddressChange.Name, PaymentMethodChange.Name, ItemsChange.Name,
    ];

    private readonly Dictionary<ActionId, ToolCall> _calls = [];
    private readonly List<Made> _made = [];

    /// <summary>Up to here everything was answered before the live run, or the one that it follows on, began.</summary>
    private readonly long _answered;

    /// <summary>Where that run began.</summary>
    private readonly long _begun;

    /// <summary>Staff look at the conversation, or at something in it.</summary>
    private readonly bool _isWithStaff;

    private ChangesMade(ConversationSnapshot known)
    {
        if (known.State.Run is { } run)
        {
            _answered = known.Events.FindLast(e => e.Number < run.StartedAt && e.Event is RunEnded ended && HasAnswered(ended))?.Number ?? 0;
            _begun = known.Events.Find(e => e.Number > _answered && e.Event is RunStarted)?.Number ?? run.StartedAt;
        }

        foreach (var recorded in known.Events)
        {
            Take(recorded);
        }

        _isWithStaff = known.State.Owner != Owner.Assistant || known.State.Actions.Any(action => action.Stage == ActionStage.AwaitingApproval);
    }

    /// <param name="text">An assistant's words.</param>
    /// <param name="known">The conversation as it stands when they are to be logged.</param>
    /// <returns>The first claim in them that nothing in the log bears out; null when there is none.</returns>
    public static ChangeClaim? UnfoundedClaimIn(string text, ConversationSnapshot known)
    {
        ChangesMade? made = null;
        return ClaimReader.ClaimsIn(text).FirstOrDefault(claim => !(made ??= new(known)).BearsOut(claim));
    }

    /// <summary>What such a run left open, the next one goes on with.</summary>
    private static bool HasAnswered(RunEnded ended) =>
        ended.Reason is not (RunEndReason.Superseded or RunEndReason.ProviderFailed or RunEndReason.TakenOver);

    private bool BearsOut(ChangeClaim claim) =>
        (claim.Change == ClaimedChange.HandOver && _isWithStaff)
        || (claim.OrderIds.IsEmpty
            ? _made.Exists(made => made.Is(claim.Change) && !made.IsOneOfMany && IsNewEnough(made, isNamed: false))
            : claim.OrderIds.All(orderId => _made.Exists(made => made.Is(claim.Change) && IsNewEnough(made, isNamed: true) && made.IsOf(orderId))));

    private bool IsNewEnough(Made made, bool isNamed) =>
        made.Act is not null && Repeatable.Contains(made.Act) ? made.Number > _begun : isNamed || made.Number > _answered;

    private void Take(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case ToolRequested requested:
                foreach (var (index, call) in requested.Calls.Index())
                {
                    _calls[new(recorded.Number, index)] = call;
                }

                break;
            case ActionProposed proposed:
                _calls[proposed.Action] = new ToolCall("", proposed.Act, proposed.Arguments);
                break;
            case ToolAnswered { Receipt: { } receipt } answered:
                Take(receipt, new(answered.RequestedAt, answered.Index), recorded.Number);
                break;
            case ToolAnswered answered:
                Ask(answered);
                See(answered.Output, recorded.Number);
                break;
            case OperationEnded { Ending: OperationEnding.Done, Receipt: { } receipt } ended:
                Take(receipt, ended.Action, recorded.Number);
                break;
        }
    }

    private void Take(Receipt receipt, ActionId action, long number)
    {
        if (receipt.Kind == ReceiptKind.Done)
        {
            _made.Add(new(number, _calls.GetValueOrDefault(action)?.Name, receipt.OrderId, receipt.Refund is not null));
        }
        else
        {
            Forget(_calls.GetValueOrDefault(action));
        }
    }

    private void Ask(ToolAnswered answered)
    {
        if (OutcomeWord.Of(answered.Output) is "waiting_for_customer" or "waiting_for_approval")
        {
            Forget(_calls.GetValueOrDefault(new(answered.RequestedAt, answered.Index)));
        }
    }

    private void Forget(ToolCall? asked)
    {
        if (asked is not null && Repeatable.Contains(asked.Name))
        {
            var orderId = OrderNumber.Normalize(JsonReading.TryParse(asked.Arguments)?.TextAt("orderId")) ?? "";
            _made.RemoveAll(made => made.Act == asked.Name && made.OrderId == orderId);
        }
    }

    /// <summary>A look at an order that shows it as canceled is as good as the outcome that canceled it.</summary>
    private void See(string output, long number)
    {
        if (JsonReading.TryParse(output) is not { } seen)
        {
            return;
        }

        var orders = seen.ListAt("orders").Concat(seen.At("order") is { } one ? [one] : Array.Empty<JsonElement>()).ToList();
        foreach (var order in orders)
        {
            var act = order.TextAt("status") switch
            {
                "canceled" => Cancellation.Name,
                "return requested" => ItemsReturn.Name,
                "exchange requested" => ItemsExchange.Name,
                _ => null,
            };
            if (act is not null && order.TextAt("orderId") is { } orderId)
            {
                _made.Add(new(number, act, orderId, HasRefund: act == Cancellation.Name, IsOneOfMany: orders.Count > 1));
            }
        }
    }

    /// <param name="Number">Of the event that says so.</param>
    /// <param name="Act">The tool; null where the log is no longer known as far back as its call.</param>
    /// <param name="OrderId">Empty where it is about none.</param>
    /// <param name="HasRefund">Money goes back with it.</param>
    /// <param name="IsOneOfMany">It was seen in a list: that one of the orders is canceled says nothing of the one that is spoken of.</param>
    private sealed record Made(long Number, string? Act, string OrderId, bool HasRefund, bool IsOneOfMany = false)
    {
        /// <summary>An address that is changed for the orders to come is that of none of them.</summary>
        public bool IsOf(string orderId) => OrderId == orderId || (OrderId.Length == 0 && Act != DefaultAddressChange.Name);

        public bool Is(ClaimedChange claimed) => Act is null || claimed switch
        {
            ClaimedChange.Cancellation => Act == Cancellation.Name,
            ClaimedChange.Refund => HasRefund || Act is Cancellation.Name or ItemsReturn.Name,
            ClaimedChange.Return => Act == ItemsReturn.Name,
            ClaimedChange.Items => Act is ItemsChange.Name or ItemsExchange.Name,
            ClaimedChange.Address => Act is ShippingAddressChange.Name or DefaultAddressChange.Name,
            ClaimedChange.Payment => Act == PaymentMethodChange.Name,
            ClaimedChange.HandOver => Act == HandOffToStaffTool.Name,
            _ => true,
        };
    }
}
