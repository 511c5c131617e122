using System.Text.RegularExpressions;

namespace CloudMart.Support.Core.Assistant.Claims;

/// <summary>Which change the words of a clause speak of.</summary>
internal static partial class ClaimedChanges
{
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <param name="match">The words that say that it was done.</param>
    /// <param name="said">The clause, as far as it tells to what.</param>
    public static ClaimedChange? Of(Match match, string said) =>
        HasGroup(match, "cancel") ? ClaimedChange.Cancellation
        : HasGroup(match, "refund") ? ClaimedChange.Refund
        : HasGroup(match, "return") ? Elsewhere().IsMatch(said) ? null : ClaimedChange.Return
        : HasGroup(match, "exchange") ? ClaimedChange.Items
        : HasGroup(match, "address") ? ClaimedChange.Address
        : HasGroup(match, "payment") ? ClaimedChange.Payment
        : HasGroup(match, "some") ? ClaimedChange.Some
        : HasGroup(match, "change") ? OfChanged(said)
        : HasGroup(match, "put") ? OfNoun(said)
        : HasGroup(match, "pass") && People().IsMatch(said) ? ClaimedChange.HandOver
        : null;

    private static ClaimedChange? OfChanged(string said) =>
        NotTheShops().IsMatch(said) ? null
        : Address().IsMatch(said) ? ClaimedChange.Address
        : Payment().IsMatch(said) ? ClaimedChange.Payment
        : Items().IsMatch(said) ? ClaimedChange.Items
        : Order().IsMatch(said) ? ClaimedChange.Some
        : null;

    private static ClaimedChange? OfNoun(string said) => Noun().Match(said) switch
    {
        { Success: false } => null,
        var noun when noun.Groups["refund"].Success => ClaimedChange.Refund,
        var noun when noun.Groups["return"].Success => ClaimedChange.Return,
        var noun when noun.Groups["exchange"].Success => ClaimedChange.Items,
        var noun when noun.Groups["cancel"].Success => ClaimedChange.Cancellation,
        _ => NotTheShops().IsMatch(said) ? null : ClaimedChange.Some,
    };

    [GeneratedRegex(@"\b(?<refund>refund|reimbursement)\b|\b(?<return>return)\b|\b(?<exchange>exchange|replacement|swap)\b|\b(?<cancel>cancell?ation)\b|\b(?:changes?|update|modification)\b|\brequest\b(?=.* (?:processed|completed))|\b(?:processed|completed) your request\b", Plain)]
    private static partial Regex Noun();

    [GeneratedRegex(@"\baddress\b|\bship(?:s|ping)? to\b|\bdelivery (?:to|place)\b", Plain)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:payment|paid|paypal|gift card|credit card|card|visa|mastercard|charged?)\b", Plain)]
    private static partial Regex Payment();

    [GeneratedRegex(@"\b(?:items?|size|colou?r|variant|version|model|product|option)\b", Plain)]
    private static partial Regex Items();

    [GeneratedRegex(@"\border\b|#?cm-[0-9]|#w[0-9]|^[^ ]*(?: [^ ]+){0,4} (?:it|this|that|everything)\b|^(?:it|this|that|everything)\b", Plain)]
    private static partial Regex Order();

    /// <summary>What changes without anybody asking the shop to.</summary>
    [GeneratedRegex(@"\b(?:status|policy|policies|tracking|prices?|list|summary|website|app|password|records?|inventory|stock|delivery date|mind)\b", Plain)]
    private static partial Regex NotTheShops();

    [GeneratedRegex(@"\bto (?:the |its )?(?:sender|warehouse|store|shop)\b|\b(?:package|parcel|shipment|call)\b", Plain)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(?:team|staff|person|human|agent|colleagues?|specialist|representative|supervisor|someone|support|manager)\b", Plain)]
    private static partial Regex People();

    private static bool HasGroup(Match match, string group) => match.Groups[group].Success;
}
