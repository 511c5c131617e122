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

    /// <summary>"The boots for black ones" means what is called boots, not what is black.</summary>
    private const int ByItsName = 2;

    private static readonly HashSet<string> Joining = ["and", "plus", "also", "or"];

    private readonly string[] _said = [.. words.SelectMany(word => word.Split(' '))];

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

    /// <summary>
    /// Several orders that are named by an item of each: "the packing cubes and the skillet". None where a word may mean two of them, or
    /// where nothing joins them: "the packing cubes for the set of six".
    /// </summary>
    public ImmutableArray<OrderView> EachNamed(ImmutableArray<OrderView> orders)
    {
        var named = orders.Where(order => !order.Items.IsDefaultOrEmpty)
            .Select(order => (order, nouns: order.Items.Select(item => Noun(item.Name)).Where(noun => Score(noun) > 0).ToHashSet()))
            .Where(pair => pair.nouns.Count > 0).ToArray();
        var nouns = named.SelectMany(pair => pair.nouns).ToArray();
        var places = nouns.Select(Place).Order().ToArray();
        var areJoined = places.Zip(places.Skip(1), (from, to) => _said[from..to].Any(Joining.Contains)).All(isJoined => isJoined);
        return areJoined ? [.. named.Select(pair => pair.order)] : [];
    }

    private int Place(string noun) =>
        Math.Max(0, Array.FindIndex(_said, said => Inflection.BaseForms(said).Any(word => IsSame(word, noun))));

    /// <summary>What it is at all: of "Cast-iron skillet", the skillet.</summary>
    private static string Noun(string name) => name.ToLowerInvariant().Split([',', ':', '('])[0].Trim().Split([' ', '-'])[^1];

    private int Score(OrderView order) => order.Items.IsDefaultOrEmpty
        ? 0
        : order.Items.Max(item => (ByItsName * Score(item.Name)) + Score(item.Options));

    private int Score(string item) => item.ToLowerInvariant()
        .Split([' ', ',', '-', '(', ')', '/', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part.Length >= ShortestWord)
        .Distinct()
        .Count(part => _words.Any(word => IsSame(word, part)));

    private static bool IsSame(string word, string part) =>
        Inflection.BaseForms(part).Contains(word)
        || (word.Length >= OneSlipFrom && part.Length >= OneSlipFrom && !CommonWords.Contains(word) && Spelling.Slips(word, part) <= 1);
}
