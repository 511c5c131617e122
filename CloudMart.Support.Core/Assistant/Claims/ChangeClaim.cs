using System.Collections.Immutable;

namespace CloudMart.Support.Core.Assistant.Claims;

/// <summary>Words of an assistant that say of a change that it was made.</summary>
/// <param name="Change">Which.</param>
/// <param name="OrderIds">Of which orders, in the store's spelling; empty where the words name none.</param>
/// <param name="Words">The sentence.</param>
internal sealed record ChangeClaim(ClaimedChange Change, ImmutableArray<string> OrderIds, string Words);

internal enum ClaimedChange
{
    Cancellation,

    /// <summary>Money goes back, whatever for.</summary>
    Refund,
    Return,

    /// <summary>Other items, or another variant of one.</summary>
    Items,
    Address,
    Payment,

    /// <summary>People were asked to answer or to decide.</summary>
    HandOver,

    /// <summary>Something, as in "I've made the change".</summary>
    Some,
}
