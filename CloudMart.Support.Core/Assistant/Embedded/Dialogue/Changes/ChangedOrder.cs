using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

/// <summary>Finds the one order that a change is about, asking where several come into question.</summary>
internal sealed class ChangedOrder(Turn turn)
{
    private readonly Choices _choices = new(turn);

    /// <param name="request">The wish, with the pieces given since.</param>
    /// <param name="suits">Which orders come into question where none is named.</param>
    /// <param name="none">What to say where none does.</param>
    public Need<OrderView> Find(Reading request, Func<OrderView, bool> suits, string none)
    {
        if (request.OrderId is { } known)
        {
            return Look(known);
        }

        var picker = new OrderPicker(turn, suits, status: null) { Prefers = suits };
        var pick = picker.Pick(request);
        if (pick is NoneFits { Named.Length: > 0 } && request.Intent is Intent.Exchange or Intent.ChangeOrder)
        {
            pick = picker.Pick(request with { Orders = [new TheSame()] }); // "the blue one": what it should become, not what it is
        }

        return pick switch
        {
            StillOpen => Need<OrderView>.Open,
            Picked([var only]) => Look(only),
            Picked(var several) => Which([.. several.Select(turn.Seen).OfType<OrderView>()], more: false),
            OneOf(var orders, var more) => Which(orders, more),
            CouldNotLook => Need<OrderView>.Instead(Phrases.CouldNotLookUp),
            NoneFits { Named.Length: > 0 } missing => Need<OrderView>.Instead(Phrases.NoSuchItem(missing.Named)),
            _ => Need<OrderView>.Instead(none),
        };
    }

    private Need<OrderView> Which(IReadOnlyCollection<OrderView> orders, bool more) =>
        Need<OrderView>.Instead(_choices.Ask(QuestionKind.WhichOrder, [.. orders], more));

    private Need<OrderView> Look(string orderId)
    {
        if (turn.Seen(orderId) is { } seen)
        {
            return seen;
        }

        return turn.Ask(ToolCalls.Get(orderId)) switch
        {
            null => Need<OrderView>.Open,
            { Outcome: "found", Order: { } order } => order,
            { Outcome: "not_found" } => Need<OrderView>.Instead(Phrases.NoSuchOrder(orderId)),
            _ => Need<OrderView>.Instead(Phrases.CouldNotLookUp),
        };
    }
}
