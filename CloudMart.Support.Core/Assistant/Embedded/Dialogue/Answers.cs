using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Tells an answer to a question from the next request: "my gift card" from "where is my order?".</summary>
internal static class Answers
{
    private static readonly ImmutableHashSet<Intent> OfMoney =
    [
        Intent.ChangePayment, Intent.PaymentMethods, Intent.Refund, Intent.RefundStatus, Intent.Return, Intent.Exchange, Intent.Account,
    ];

    private static readonly ImmutableHashSet<Intent> OfItems =
        [Intent.Return, Intent.Exchange, Intent.ChangeOrder, Intent.PlaceOrder, Intent.Refund, Intent.KeepOrder, Intent.Track];

    private static readonly ImmutableHashSet<Intent> OfAddresses = [Intent.ChangeAddress];

    private static readonly ImmutableHashSet<Intent> OfChanges =
        [Intent.Exchange, Intent.ChangeOrder, Intent.ChangeAddress, Intent.ChangePayment, Intent.PaymentMethods];

    private static readonly ImmutableHashSet<Intent> LeaveIt =
        [Intent.No, Intent.NeverMind, Intent.Goodbye, Intent.Repeat, Intent.WhoAreYou, Intent.Capabilities, Intent.OutOfScope];

    /// <summary>Whether <paramref name="reading"/> can be what was asked for, be it only "I don't know": then it is asked again.</summary>
    public static bool Fits(Question question, Reading reading)
    {
        if (LeaveIt.Contains(reading.Intent) || reading.Intent is Intent.Person or Intent.Cancel or Intent.CancelQuestion)
        {
            return false;
        }

        return !reading.StandsAlone || NamesAMethod(reading) || (!AsksWhere(reading) && (question.Kind switch
        {
            QuestionKind.RefundTo or QuestionKind.WhichMethod => OfMoney,
            QuestionKind.WhichAddress => OfAddresses.Add(Intent.Account),
            >= QuestionKind.Street and <= QuestionKind.Zip => OfAddresses,
            QuestionKind.WhatToChange => OfChanges,
            _ => OfItems,
        }).Contains(reading.Intent));
    }

    /// <summary>"Visa", whatever was asked: it says with what the change is to be paid, before that is asked.</summary>
    private static bool NamesAMethod(Reading reading) =>
        reading.Intent is Intent.PaymentMethods or Intent.Profile && reading.Concepts.Has(Concept.Tender)
        && !reading.Concepts.HasSome(Concept.Asking | Concept.What | Concept.Stock | Concept.Method | Concept.Policy);

    /// <summary>"I received the boots" may say which items are meant; "where are my boots?" is another matter.</summary>
    private static bool AsksWhere(Reading reading) =>
        reading.Intent is Intent.Track && reading.Concepts.HasSome(Concept.Where | Concept.Track | Concept.When);

    /// <summary>Who was about to return it wants to exchange it after all, or the other way round.</summary>
    public static bool IsAnotherAct(Reading request, Reading answer) => answer.StandsAlone && (request.Intent, answer.Intent) switch
    {
        (Intent.Return or Intent.Refund, Intent.Exchange) => answer.Concepts.Has(Concept.Exchange),
        (Intent.Exchange or Intent.ChangeOrder, Intent.Return) => answer.Concepts.Has(Concept.Back),
        _ => false,
    };

    /// <summary>A wish to change something has become one to change this.</summary>
    public static Reading Turned(Reading request, Question question, Reading answer)
    {
        var intent = answer.Concepts.Has(Concept.Address) ? Intent.ChangeAddress
            : answer.Concepts.HasSome(Concept.Payment | Concept.Tender) ? Intent.ChangePayment
            : Intent.Exchange;
        var orders = question.OrderId is { } id ? [new ById(id)] : answer.Orders.IsEmpty ? request.Orders : answer.Orders;
        return answer with { Intent = intent, Given = request.Given, Orders = orders };
    }
}
