using CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

using static OrderWords;

/// <summary>
/// Money back: by canceling what is pending, by returning what was delivered. And where it is, for what was canceled or returned.
/// </summary>
internal sealed class RefundTalk(Turn turn)
{
    private static readonly string NothingToRefund =
        "Money goes back when a pending order is canceled or a delivered item is returned, and I see neither kind of order of yours. "
        + Question.Words(QuestionKind.BringInAPerson);

    private readonly ChangedOrder _orders = new(turn);
    private readonly ReturnTalk _returning = new(turn);
    private readonly CancelTalk _canceling = new(turn);
    private readonly HelpTalk _help = new(turn);

    public string? Want(Reading request)
    {
        if (!turn.Has(ToolCalls.GetProfile, ToolCalls.ReturnItems))
        {
            return Phrases.CannotYet(Intent.Refund);
        }

        var order = _orders.Find(request, order => order.Status is "pending" or "delivered", NothingToRefund);
        return order.Found switch
        {
            null => order.Say,
            { Status: "pending" } pending =>
                _canceling.Cancel(request with { Intent = Intent.Cancel, Orders = [new ById(pending.OrderId)] }),
            { Status: "canceled" } canceled => Where([canceled], request),
            { } other => _returning.Return(other, request),
        };
    }

    public string? Where(Reading request)
    {
        if (!turn.Has(ToolCalls.SearchHelp))
        {
            return Phrases.CannotYet(Intent.RefundStatus);
        }

        return turn.Ask(ToolCalls.List()) switch
        {
            null => null,
            { Outcome: "found" } found => Where([.. found.Orders.Where(order => IsPaidBack(order) && IsMeant(order, request))], request),
            _ => Phrases.CouldNotLookUp,
        };
    }

    private static bool IsPaidBack(OrderView order) => order.Status is "canceled" or "return requested";

    private static bool IsMeant(OrderView order, Reading request) =>
        request.Orders.OfType<ById>().All(named => named.OrderId == order.OrderId);

    private string? Where(IReadOnlyCollection<OrderView> orders, Reading request)
    {
        var told = orders.Count == 0
            ? "I see no order of yours that was canceled or is being returned, so I know of no refund on its way."
            : string.Join('\n', orders.Take(Choices.MostAtOnce).Select(Tell));
        var next = $"{told}\n\n{Question.Words(QuestionKind.BringInAPerson)}";
        return _help.Before(request with { Intent = Intent.RefundStatus }, next);
    }

    private static string Tell(OrderView order) => order.Status == "canceled"
        ? $"{order.Named()} is **canceled**. What was paid for it goes back to {Plain(order.Payment)}."
        : $"{order.Named()}: a return was requested. The money follows once the items have arrived back with us.";
}
