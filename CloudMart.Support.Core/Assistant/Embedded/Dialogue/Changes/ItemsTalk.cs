using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>Other variants for items: changed while the order is pending, exchanged once it was delivered.</summary>
internal sealed class ItemsTalk(Turn turn)
{
    private static readonly string NothingToChange =
        "I see no order of yours whose items can be changed or exchanged: that works while an order is pending, and once it was delivered. "
        + Question.Words(QuestionKind.BringInAPerson);

    private readonly ChangedOrder _orders = new(turn);
    private readonly MethodPick _methods = new(turn);

    public string? Exchange(Reading request)
    {
        if (!turn.Has(ToolCalls.GetProduct, ToolCalls.GetProfile, ToolCalls.ExchangeItems, ToolCalls.ChangeItems))
        {
            return Phrases.CannotYet(request.Intent);
        }

        var order = _orders.Find(request, order => order.Status is "pending" or "delivered", NothingToChange);
        if (order.Found is not { } found)
        {
            return order.Say;
        }

        if (found.Status is not ("pending" or "delivered"))
        {
            return $"{found.Named()} {found.Stands()}, so its items can't be changed or exchanged now. "
                + Question.Words(QuestionKind.BringInAPerson);
        }

        var items = ItemPick.From(found, request);
        return items.Found is not { } meant ? items.Say : Become(found, meant.Lines, request);
    }

    private string? Become(OrderView order, ImmutableArray<OrderLineView> lines, Reading request)
    {
        if (lines.FirstOrDefault(line => line.ProductId is null) is { } unknown)
        {
            return $"I can't look up other variants of {ItemPick.Described(unknown)}. {Question.Words(QuestionKind.BringInAPerson)}";
        }

        if (turn.AskAll(lines.Select(line => ToolCalls.Product(line.ProductId!)).Append(ToolCalls.Profile())) is not { } answers)
        {
            return null;
        }

        var given = new Queue<string>(request.GivenFor(QuestionKind.WhichVariant));
        var changes = new List<(OrderLineView From, KnownVariant To)>();
        foreach (var (line, answer) in lines.Zip(answers))
        {
            if (answer is not { Outcome: "found", Product: { } product })
            {
                return answer.Outcome == "not_found"
                    ? $"I can't find {ItemPick.Described(line)} in our catalogue any more. {Question.Words(QuestionKind.BringInAPerson)}"
                    : Phrases.CouldNotLookUp;
            }

            var variant = new VariantPick(order, line, product).From(Wish.For(line, lines, request.Message), given);
            if (variant.Found is not { } to)
            {
                return variant.Say;
            }

            changes.Add((line, to));
        }

        return Pay(order, changes, request);
    }

    private string? Pay(OrderView order, List<(OrderLineView From, KnownVariant To)> changes, Reading request)
    {
        var method = _methods.ForDifference(request, order, changes.Sum(change => change.To.Price - change.From.Price));
        if (method.Found is not { } with)
        {
            return method.Say;
        }

        ImmutableArray<LineChange> lines = [.. changes.Select(change => new LineChange(change.From.ItemId, change.To.ItemId))];
        return CardWords.Say(order.OrderId, turn.Ask(order.Status == "pending"
            ? ToolCalls.Change(order.OrderId, lines, with.Id)
            : ToolCalls.Exchange(order.OrderId, lines, with.Id)));
    }
}
