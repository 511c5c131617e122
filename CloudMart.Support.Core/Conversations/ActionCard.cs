using System.Collections.Immutable;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// What a customer is asked to agree to, exactly as it would be done. The app draws it, from what the rules decided; a model never does.
/// When the customer has agreed, it is drawn again: if it then looks different, nothing is done.
/// </summary>
/// <param name="Title">E.g. <c>Return 2 items of CM-7820</c>.</param>
/// <param name="Confirm">What the button says that does it, e.g. <c>Return items</c>.</param>
/// <param name="Decline">What the button says that leaves everything as it is, e.g. <c>Keep items</c>.</param>
/// <param name="Lines">What changes, from what to what.</param>
/// <param name="OrderId">The order; null where it is about none.</param>
/// <param name="Total">The money, and where it goes; null where none moves.</param>
/// <param name="IsFinal">It ends the order.</param>
public sealed record ActionCard(
    string Title,
    string Confirm,
    string Decline,
    ImmutableArray<CardLine> Lines,
    string? OrderId = null,
    CardLine? Total = null,
    bool IsFinal = false);

/// <summary>A line of a card or a receipt.</summary>
/// <param name="Label">E.g. <c>Delivery address</c>.</param>
/// <param name="Before">As it is now; null where there is nothing to compare.</param>
/// <param name="After">As it would be, or what it is about.</param>
public sealed record CardLine(string Label, string? Before, string After);
