using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>Sends delivered items back for their money.</summary>
internal sealed class ReturnTalk(Turn turn)
{
    private static readonly string NothingToReturn =
        $"I see no delivered order of yours that something could be returned from. {Question.Words(QuestionKind.BringInAPerson)}";

    private readonly ChangedOrder _orders = new(turn);
    private readonly MethodPick _methods = new(turn);

    public string? Return(Reading request)
    {
        if (!turn.Has(ToolCalls.GetProfile, ToolCalls.ReturnItems))
        {
            return Phrases.CannotYet(Intent.Return);
        }

        var order = _orders.Find(request, order => order.Status == "delivered", NothingToReturn);
        return order.Found is not { } found ? order.Say : Return(found, request);
    }

    public string? Return(OrderView order, Reading request)
    {
        if (order.Status != "delivered")
        {
            return NotThere(order);
        }

        var items = ItemPick.From(order, request);
        if (items.Found is not { } meant)
        {
            return items.Say;
        }

        var method = _methods.RefundTo(request, order, meant);
        return method.Found is not { } to
            ? method.Say
            : CardWords.Say(order.OrderId, turn.Ask(ToolCalls.Return(order.OrderId, [.. meant.Lines.Select(line => line.ItemId)], to.Id)));
    }

    private static string NotThere(OrderView order) => order.Status switch
    {
        "pending" => $"{order.Named()} hasn't been sent yet, so there is nothing to return: it can be canceled instead. "
            + $"If that is what you want, {Question.Words(QuestionKind.Consent)}{order.OrderId}**",
        "processed" or "shipped" => $"{order.Named()} is {order.Status}: its items can be returned once they have arrived. "
            + Question.Words(QuestionKind.BringInAPerson),
        "canceled" => $"{order.Named()} is already canceled, so nothing of it can be returned. "
            + Question.Words(QuestionKind.BringInAPerson),
        _ => $"{order.Named()} {order.Stands()}, so nothing more of it can be returned. "
            + Question.Words(QuestionKind.BringInAPerson),
    };
}
