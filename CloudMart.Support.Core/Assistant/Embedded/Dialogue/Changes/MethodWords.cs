using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>Recognises payment methods in what was written: "my gift card", "the Visa", "the original one", "2".</summary>
internal static class MethodWords
{
    private static readonly HashSet<string> Original = ["original", "same", "default", "before"];

    private static readonly HashSet<string> But = ["not", "except", "dont", "anything"];

    private static readonly HashSet<string> OfMethods = ["card", "credit", "debit", "gift", "ending", "in", "balance", "account"];

    /// <summary>How the order was paid, as far as the customer still has it.</summary>
    public static KnownMethod? PaidWith(this KnownProfile profile, OrderView order) =>
        profile.PaymentMethods.FirstOrDefault(method => method.Name == order.Payment)
        ?? profile.PaymentMethods.FirstOrDefault(method => order.Payment.Contains(method.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Those of <paramref name="methods"/> that a text names.</summary>
    /// <param name="methods">In the order in which they are shown.</param>
    /// <param name="text">What was written.</param>
    /// <param name="isAnswer">It answers the question which one: then a place in the list or a yes says it too.</param>
    /// <param name="original">What a yes, or "the original one", means.</param>
    public static ImmutableArray<KnownMethod> Named(
        this ImmutableArray<KnownMethod> methods, string text, bool isAnswer, KnownMethod? original)
    {
        var words = Tokens.Of(text.Replace("'", "", StringComparison.Ordinal));
        if (isAnswer && words.FindIndex(But.Contains) is >= 0 and var but)
        {
            var kept = methods.Named(string.Join(' ', words[(but + 1)..]), isAnswer: false, original);
            return kept.IsEmpty ? [] : methods.RemoveRange(kept);
        }

        var saysGift = words.Exists(word => word is "gift" or "giftcard" or "giftcards" or "voucher");
        var saysCard = !saysGift && words.Exists(word => word is "card" or "credit" or "debit");
        KnownMethod[] byName = [.. methods.Where(method => Tokens.Of(method.Name).Any(part => IsName(part) && words.Contains(part)))];
        KnownMethod[] byKind = [.. methods.Where(method => method.Kind switch
        {
            "gift card" => saysGift,
            "card" => saysCard,
            _ => words.Contains("paypal") || (words.Contains("pay") && words.Contains("pal")),
        })];
        return byName.Length == 1 ? [.. byName]
            : byKind.Length > 0 ? [.. byKind]
            : byName.Length > 0 ? [.. byName]
            : original is not null && words.Any(Original.Contains) ? [original]
            : !isAnswer ? []
            : methods.Where((_, at) => Tokens.Place(words, at + 1, methods.Length)).Take(2).ToArray() is { Length: 1 } placed ? [.. placed]
            : original is not null && IntentReader.Read(text) is [{ Intent: Intent.Yes }] ? [original]
            : [];
    }

    private static bool IsName(string part) => part.Length > 2 && !OfMethods.Contains(part);

    /// <summary>A numbered list.</summary>
    public static string Lines(this ImmutableArray<KnownMethod> methods, KnownMethod? original) => string.Join(
        '\n', methods.Select((method, at) => $"{at + 1}. {method.Described()}{(method == original ? " (how the order was paid)" : "")}"));

    public static string Described(this KnownMethod method) =>
        method.Balance is { } balance ? $"{Plain(method.Name)}, {Money(balance)} left" : Plain(method.Name);
}
