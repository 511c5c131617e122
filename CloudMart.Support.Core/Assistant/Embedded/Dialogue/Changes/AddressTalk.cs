using CloudMart.Support.Core.Assistant.Embedded.Addresses;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>Changes where an order goes, or where orders to come will; asks for the missing parts of the address one by one.</summary>
internal sealed class AddressTalk(Turn turn)
{
    private static readonly string NothingToSendElsewhere =
        $"None of your orders is pending, and only those can be sent elsewhere. {Question.Words(QuestionKind.BringInAPerson)}";

    private readonly ChangedOrder _orders = new(turn);

    public string? Change(Reading request)
    {
        if (!turn.Has(ToolCalls.ChangeShippingAddress, ToolCalls.ChangeDefaultAddress))
        {
            return Phrases.CannotYet(Intent.ChangeAddress);
        }

        var answer = request.Given.LastOrDefault(piece => piece.Asked.Kind == QuestionKind.WhichAddress)?.Text;
        var isDefault = answer is null ? request.Concepts.Has(Concept.TheDefault) : Tokens.Of(answer).Exists(IsOfTheDefault);
        if (request.OrderId is null && request.Orders.IsEmpty && !isDefault && answer is null)
        {
            return request.Concepts.Has(Concept.Order) ? ForAnOrder(request) : Question.Words(QuestionKind.WhichAddress);
        }

        return isDefault && request.Orders.IsEmpty ? ByDefault(request) : ForAnOrder(request);
    }

    private static bool IsOfTheDefault(string word) =>
        word is "default" or "profile" or "account" or "mine" or "home" or "general" or "come";

    private string? ByDefault(Reading request) =>
        Address(request, "your new default address") is var address && address.Found is { } to
            ? CardWords.Say(null, turn.Ask(ToolCalls.DefaultAddress(to)))
            : address.Say;

    private string? ForAnOrder(Reading request)
    {
        // "The same as CM-7890": what is to be changed is named first. An order shows too little of its address to copy it.
        var target = request.Orders.OfType<ById>().Take(1).ToArray() is [var first] ? request with { Orders = [first] } : request;
        var order = _orders.Find(target, order => order.Status == "pending", NothingToSendElsewhere);
        if (order.Found is not { } found)
        {
            return order.Say;
        }

        if (found.Status != "pending")
        {
            return $"{found.Named()} {found.Stands()}, so where it goes can't be changed any more. "
                + Question.Words(QuestionKind.BringInAPerson);
        }

        var address = Address(request, $"the new address of {Id(found.OrderId)}");
        return address.Found is { } to ? CardWords.Say(found.OrderId, turn.Ask(ToolCalls.ShipTo(found.OrderId, to))) : address.Say;
    }

    private static Need<AddressParts> Address(Reading request, string what)
    {
        var said = request.Given.Aggregate(AddressReader.Read(request.Message), (parts, piece) => parts.Then(piece.Asked.Kind switch
        {
            QuestionKind.Street => AddressReader.ReadAnswer(AddressPart.Street, piece.Text),
            QuestionKind.City => AddressReader.ReadAnswer(AddressPart.City, piece.Text),
            QuestionKind.State => AddressReader.ReadAnswer(AddressPart.State, piece.Text),
            QuestionKind.Zip => AddressReader.ReadAnswer(AddressPart.Zip, piece.Text),
            _ => AddressReader.Read(piece.Text),
        }));
        return said.FirstMissing switch
        {
            null => said,
            AddressPart.Street => Ask(QuestionKind.Street),
            AddressPart.City => Ask(QuestionKind.City),
            AddressPart.State => Ask(QuestionKind.State),
            _ => Ask(QuestionKind.Zip),
        };

        Need<AddressParts> Ask(QuestionKind kind)
        {
            var street = said.Street is { } known ? $" ({Plain(known)})" : "";
            return Need<AddressParts>.Instead($"For {what}{street}: {Question.Words(kind)}");
        }
    }
}
