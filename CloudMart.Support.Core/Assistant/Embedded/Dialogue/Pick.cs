using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Which orders a request turned out to mean.</summary>
internal abstract record Pick;

/// <summary>These.</summary>
internal sealed record Picked(ImmutableArray<string> OrderIds) : Pick;

/// <summary>One of these: the customer has to say which.</summary>
/// <param name="Orders">At least two, newest first.</param>
/// <param name="More">There are more than could be looked at.</param>
internal sealed record OneOf(ImmutableArray<OrderView> Orders, bool More) : Pick;

/// <summary>None.</summary>
/// <param name="Named">The item that was looked for; empty where simply no order comes into question.</param>
internal sealed record NoneFits(string Named = "") : Pick;

/// <summary>It could not be looked up; which is not the same as none.</summary>
internal sealed record CouldNotLook : Pick;

/// <summary>It cannot be told before a tool has answered.</summary>
internal sealed record StillOpen : Pick;
