using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>Finds out which items of an order are meant: "the cup", "both", "everything but the tablet", "2".</summary>
internal static class ItemPick
{
    private static readonly HashSet<string> All = ["all", "everything", "both", "whole", "entire", "complete", "every"];

    private static readonly HashSet<string> But = ["except", "but", "besides", "excluding", "without", "not"];

    public static Need<ItemsMeant> From(OrderView order, Reading request)
    {
        if (order.Items is not { IsDefaultOrEmpty: false } items)
        {
            return Need<ItemsMeant>.Instead(Phrases.CouldNotLookUp);
        }

        string[] texts = [.. request.GivenFor(QuestionKind.WhichItems).Reverse(), request.Message];
        var meant = items.Length == 1
            ? items
            : texts.Select(text => Among(items, ClausesMeant.For(request, text), isAnswer: text != request.Message))
                .FirstOrDefault(found => !found.IsEmpty, []);
        var lines = string.Join('\n', items.Select((item, at) => $"{at + 1}. {Described(item)}, {Money(item.Price)}"));
        return meant.IsEmpty
            ? Need<ItemsMeant>.Instead($"{Id(order.OrderId)} has several items. {Question.Words(QuestionKind.WhichItems)}\n\n{lines}")
            : new ItemsMeant(meant);
    }

    public static string Described(OrderLineView item) =>
        item.Options.Length > 0 ? $"{Plain(item.Name)} ({Plain(item.Options)})" : Plain(item.Name);

    private static ImmutableArray<OrderLineView> Among(ImmutableArray<OrderLineView> items, string text, bool isAnswer)
    {
        var words = Tokens.Of(text);
        var but = words.FindIndex(But.Contains);
        if (words.Take(but < 0 ? words.Count : but).Any(All.Contains))
        {
            var kept = but < 0 ? [] : Named(items, words[(but + 1)..]);
            return [.. items.Where(item => !kept.Contains(item))];
        }

        if (Tokens.CountOf(words, "item", "product", "article", "thing") == items.Length)
        {
            return items;
        }

        var named = Named(items, words);
        return named.IsEmpty && isAnswer ? [.. items.Where((_, at) => Tokens.Place(words, at + 1, items.Length))] : named;
    }

    /// <summary>Those that share words with the text, unless another shares the same words and more.</summary>
    private static ImmutableArray<OrderLineView> Named(ImmutableArray<OrderLineView> items, IReadOnlyList<string> words)
    {
        var named = items.Select(item => (item, shared: Shared(item, words))).Where(pair => pair.shared.Count > 0).ToArray();
        return [.. named.Where(pair => !named.Any(other => pair.shared.IsProperSubsetOf(other.shared))).Select(pair => pair.item)];
    }

    private static HashSet<string> Shared(OrderLineView item, IReadOnlyList<string> words) =>
        [.. Tokens.Of($"{item.Name} {item.Options}").Where(part => Tokens.Has(words, part))];
}

/// <summary>At least one line of an order.</summary>
internal sealed record ItemsMeant(ImmutableArray<OrderLineView> Lines)
{
    public string InWords => string.Join(" and ", Lines.Select(ItemPick.Described));
}
