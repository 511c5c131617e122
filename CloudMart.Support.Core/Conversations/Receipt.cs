using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>What the page draws for a finished operation. The app writes it, from the outcome; a model never does.</summary>
/// <param name="Kind">Done, or refused with the next step.</param>
/// <param name="OrderId">The order; empty where it is about none.</param>
/// <param name="Headline">E.g. <c>CM-7890 canceled</c>.</param>
/// <param name="Items">The names of the lines concerned.</param>
/// <param name="Refund">Money that goes back, in the shop's currency; null where none does.</param>
/// <param name="RefundTo">Where it goes and when, e.g. <c>Visa ending in 4242, in 5 to 7 business days</c>.</param>
/// <param name="NextStep">What the customer can do now, or, after a refusal, instead.</param>
/// <param name="Lines">What changed, from what to what.</param>
public sealed record Receipt(
    ReceiptKind Kind,
    string OrderId,
    string Headline,
    ImmutableArray<string> Items,
    decimal? Refund = null,
    string? RefundTo = null,
    string? NextStep = null,
    ImmutableArray<CardLine> Lines = default)
{
    public ImmutableArray<CardLine> Lines { get; init; } = Lines.IsDefault ? [] : Lines;

    /// <summary>The receipt that the fact brought; null for any other.</summary>
    public static Receipt? Of(ConversationEvent fact) => fact switch
    {
        ToolAnswered answered => answered.Receipt,
        OperationEnded ended => ended.Receipt,
        _ => null,
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<ReceiptKind>))]
public enum ReceiptKind
{
    /// <summary>The order was changed, or already was as asked.</summary>
    Done,

    /// <summary>The rules do not allow it; nothing was changed.</summary>
    Refused,
}
