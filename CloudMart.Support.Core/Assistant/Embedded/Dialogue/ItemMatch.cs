using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Language.Words;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Recognises orders by the names of their items, typos included: "the hedphones", "the black one".</summary>
internal sealed class ItemMatch(ImmutableArray<string> words)
{
    private const int ShortestWord = 3;
    private const int OneSlipFrom = 5;

    private readonly ImmutableArray<string> _words =
    [
        .. words.SelectMany(word => word.Split(' ')).Where(word => word.Length >= ShortestWord).SelectMany(Inflection.BaseForms).Distinct(),
    ];

    /// <summary>The orders with the item that shares most words with the message; none where nothing is shared.</summary>
    public ImmutableArray<OrderView> Best(ImmutableArray<OrderView> orders)
    {
        var scored = orders.Select(order => (order, score: Score(order))).Where(scored => scored.score > 0).ToArray();
        var best = scored.Select(pair => pair.score).DefaultIfEmpty().Max();
        return [.. scored.Where(pair => pair.score == best).Select(pair => pair.order)];
    }

    private int Score(OrderView order) => order.Items.IsDefaultOrEmpty ? 0 : order.Items.Max(item => Score($"{item.Name} {item.Options}"));

    private int Score(string item) => item.ToLowerInvariant()
        .Split([' ', ',', '-', '(', ')', '/', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part.Length >= ShortestWord)
        .Distinct()
        .Count(part => _words.Any(word => IsSame(word, part)));

    private static bool IsSame(string word, string part) =>
        Inflection.BaseForms(part).Contains(word)
        || (word.Length >= OneSlipFrom && part.Length >= OneSlipFrom && !CommonWords.Contains(word) && Spelling.Slips(word, part) <= 1);
}
