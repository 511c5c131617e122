using System.Collections.Immutable;

namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>How a message points at an order.</summary>
internal abstract record OrderReference;

/// <summary>By its id, in its normal spelling.</summary>
internal sealed record ById(string OrderId) : OrderReference;

/// <summary>By its place in a list that was shown, from 1; -1 is the last.</summary>
internal sealed record ByPlace(int Place) : OrderReference;

/// <summary>By what sets it apart from the others.</summary>
internal sealed record ByExtreme(Extreme Extreme) : OrderReference;

/// <summary>"It", "that one".</summary>
internal sealed record TheSame : OrderReference;

/// <summary>"The other one": not the one that was talked about.</summary>
internal sealed record TheOther : OrderReference;

/// <summary>"Both", "all of them".</summary>
internal sealed record Everyone : OrderReference;

/// <summary>"Not the headphones", "everything except CM-7890".</summary>
internal sealed record AnyBut(ImmutableArray<OrderReference> Excluded) : OrderReference;

/// <summary>By words that may be in the name of an item: "the headphones", "the black one".</summary>
/// <param name="Words">As written.</param>
/// <param name="IsCertain">Nothing else in the message says what is meant; otherwise the words may as well be filler.</param>
internal sealed record ByItem(ImmutableArray<string> Words, bool IsCertain) : OrderReference;

internal enum Extreme
{
    Newest,
    Oldest,
    Cheapest,
    Dearest,
}
