using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>Everything that ends in an action card. Null from a method means: not before the tools have answered.</summary>
internal sealed class ChangeTalk(Turn turn)
{
    private static readonly string OnlyOthers =
        "I can change an item for another variant of it, but not add one or take one out. " + Question.Words(QuestionKind.BringInAPerson);

    private readonly ReturnTalk _returning = new(turn);
    private readonly ItemsTalk _items = new(turn);
    private readonly AddressTalk _addresses = new(turn);
    private readonly PaymentTalk _paying = new(turn);

    public string? Change(Reading request) => request.Intent switch
    {
        Intent.Return => _returning.Return(request),
        Intent.Exchange => _items.Exchange(request),
        Intent.ChangeAddress => _addresses.Change(request),
        Intent.ChangePayment => _paying.Change(request),
        _ => Order(request),
    };

    /// <summary>"I want to change my order": what of it has to be asked first.</summary>
    private string? Order(Reading request)
    {
        if (!turn.Has(ToolCalls.ChangeItems))
        {
            return Phrases.CannotYet(Intent.ChangeOrder);
        }

        var named = request.Orders.OfType<ById>().FirstOrDefault();
        var isAboutItems = request.Orders.Any(order => order is ByItem) || request.Concepts.Has(Concept.Variant)
            || (named is not null && request.Concepts.Has(Concept.Goods) && !request.Concepts.Has(Concept.SetUp));
        return isAboutItems ? _items.Exchange(request)
            : request.Concepts.Has(Concept.SetUp) ? OnlyOthers
            : $"{(named is null ? "" : $"It's about {Id(named.OrderId)}, then. ")}{Question.Words(QuestionKind.WhatToChange)}";
    }
}
