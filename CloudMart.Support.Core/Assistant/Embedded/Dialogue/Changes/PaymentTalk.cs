using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>Changes how a pending order is paid.</summary>
internal sealed class PaymentTalk(Turn turn)
{
    private static readonly string NothingToPayOtherwise =
        $"None of your orders is pending, and only those can be paid another way. {Question.Words(QuestionKind.BringInAPerson)}";

    private readonly ChangedOrder _orders = new(turn);
    private readonly MethodPick _methods = new(turn);

    public string? Change(Reading request)
    {
        if (!turn.Has(ToolCalls.GetProfile, ToolCalls.ChangePaymentMethod))
        {
            return Phrases.CannotYet(Intent.ChangePayment);
        }

        var order = _orders.Find(request, order => order.Status == "pending", NothingToPayOtherwise);
        if (order.Found is not { } found)
        {
            return order.Say;
        }

        if (found.Status != "pending")
        {
            return $"{found.Named()} {found.Stands()}, so how it is paid can't be changed any more. "
                + Question.Words(QuestionKind.BringInAPerson);
        }

        var method = _methods.Another(request, found);
        return method.Found is { } with ? CardWords.Say(found.OrderId, turn.Ask(ToolCalls.PayWith(found.OrderId, with.Id))) : method.Say;
    }
}
