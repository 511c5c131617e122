using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>
/// Picks the variant that an item is to become: the options that were named, and for the rest what the item has. Where that leaves several,
/// or none that can be had, the customer is asked.
/// </summary>
/// <param name="order">For the question, which is read back with its order.</param>
/// <param name="line">The item as ordered.</param>
/// <param name="product">What it is a variant of.</param>
internal sealed class VariantPick(OrderView order, OrderLineView line, KnownProduct product)
{
    private const int MostShown = 8;

    private readonly KnownVariant? _now = product.Variants.FirstOrDefault(variant => variant.ItemId == line.ItemId);

    /// <summary>What it can become at all, in the order in which it is shown.</summary>
    private readonly ImmutableArray<KnownVariant> _others =
        [.. product.Variants.Where(variant => variant.Available && variant.ItemId != line.ItemId).OrderBy(variant => variant.Price)];

    /// <param name="wish">What the item is to become, as first written.</param>
    /// <param name="answers">What was answered since; those that are needed are taken out.</param>
    public Need<KnownVariant> From(string wish, Queue<string> answers)
    {
        var (said, wanted) = (wish, Named(new OptionWords(wish)));
        while (true)
        {
            var fitting = Fitting(wanted, new OptionWords(said).WantsCheapest);
            var able = fitting.Where(variant => variant.Available && variant.ItemId != line.ItemId).ToImmutableArray();
            if (able is [var only])
            {
                return only;
            }

            var shown = able.IsEmpty ? _others : able;
            if (!answers.TryDequeue(out var answer))
            {
                return Ask(Note(said, fitting, able), shown);
            }

            var words = new OptionWords(answer);
            var named = Named(words);
            if (named.Count == 0 && !words.WantsCheapest && AtPlace([.. shown.Take(MostShown)], Tokens.Of(answer)) is [var placed])
            {
                return placed;
            }

            (said, wanted) = (answer, wanted.SetItems(named)); // "ok, the M then": still in green
        }
    }

    private static KnownVariant[] AtPlace(KnownVariant[] shown, IReadOnlyList<string> words) =>
        [.. shown.Where((_, at) => Tokens.Place(words, at + 1, shown.Length))];

    /// <summary>The values that are wanted of those options that are named.</summary>
    private ImmutableDictionary<string, IReadOnlyCollection<string>> Named(OptionWords words)
    {
        string[] options = [.. product.Variants.SelectMany(variant => variant.Options.Keys).Distinct()];
        var named = options.Select(option => (option, values: words.Named(option, ValuesOf(option)))).Where(pair => pair.values.Count > 0)
            .ToDictionary(pair => pair.option, pair => pair.values);
        foreach (var option in options.Where(option => !named.ContainsKey(option) && (words.WantsMore || words.WantsLess)))
        {
            if (Compared(option, words) is { Count: > 0 } values && (words.Names(option) || options.Count(IsRanked) == 1))
            {
                named[option] = values;
            }
        }

        return named.ToImmutableDictionary();
    }

    /// <summary>All variants that have what is wanted and else what the item has; none where nothing is wanted.</summary>
    private ImmutableArray<KnownVariant> Fitting(ImmutableDictionary<string, IReadOnlyCollection<string>> wanted, bool cheapest)
    {
        if (cheapest)
        {
            return [.. Those(product.Variants, wanted).Where(variant => variant.Available).OrderBy(variant => variant.Price).Take(1)];
        }

        var kept = (_now?.Options ?? ImmutableSortedDictionary<string, string>.Empty).Where(option => !wanted.ContainsKey(option.Key))
            .Select(option => KeyValuePair.Create<string, IReadOnlyCollection<string>>(option.Key, [option.Value]));
        return wanted.IsEmpty ? [] : [.. Those(product.Variants, wanted.AddRange(kept))];
    }

    private static IEnumerable<KnownVariant> Those(
        IEnumerable<KnownVariant> variants, ImmutableDictionary<string, IReadOnlyCollection<string>> named) => variants
        .Where(variant => named.All(option => option.Value.Contains(variant.Options.GetValueOrDefault(option.Key) ?? "")));

    private IEnumerable<string> ValuesOf(string option) =>
        product.Variants.Select(variant => variant.Options.GetValueOrDefault(option)).OfType<string>().Distinct();

    private bool IsRanked(string option) =>
        ValuesOf(option).All(value => OptionWords.Rank(value) is not null) && ValuesOf(option).Count() > 1;

    /// <summary>"Bigger", "one size smaller": the values on that side of the one it has, nearest first.</summary>
    private IReadOnlyCollection<string> Compared(string option, OptionWords words)
    {
        if (!IsRanked(option) || _now?.Options.GetValueOrDefault(option) is not { } now)
        {
            return [];
        }

        var beyond = ValuesOf(option).Select(value => (value, step: OptionWords.Rank(value) - OptionWords.Rank(now)))
            .Where(pair => words.WantsMore ? pair.step > 0 : pair.step < 0)
            .OrderBy(pair => Math.Abs(pair.step ?? 0)).Select(pair => pair.value);
        return [.. words.WantsOneStep ? beyond.Take(1) : beyond];
    }

    private string Note(string said, ImmutableArray<KnownVariant> fitting, ImmutableArray<KnownVariant> able) => (fitting, able) switch
    {
        (_, [_, ..]) => "There are several like that. ",
        ([var own], _) when own.ItemId == line.ItemId => "That is the one you have. ",
        ([var gone, ..], _) => $"{Plain(product.Name)} ({Plain(gone.InWords)}) isn't available right now. ",
        _ => SaysHow(new OptionWords(said)) ? "I have no variant quite like that. " : "",
    };

    private bool SaysHow(OptionWords words) => words.WantsMore || words.WantsLess || words.SaysASizeOrColor
        || product.Variants.SelectMany(variant => variant.Options).Any(option => words.Named(option.Key, [option.Value]).Count > 0);

    private Need<KnownVariant> Ask(string note, ImmutableArray<KnownVariant> shown)
    {
        if (_others.IsEmpty)
        {
            return Need<KnownVariant>.Instead($"No other variant of {ItemPick.Described(line)} is available right now. "
                + Question.Words(QuestionKind.BringInAPerson));
        }

        var lines = string.Join(
            '\n', shown.Take(MostShown).Select((variant, at) => $"{at + 1}. {Plain(variant.InWords)}, {Money(variant.Price)}"));
        var more = shown.Length > MostShown ? "\n\nThere are more: tell me the option that you want." : "";
        return Need<KnownVariant>.Instead(
            $"{note}For {ItemPick.Described(line)} in {Id(order.OrderId)}: {Question.Words(QuestionKind.WhichVariant)}\n\n{lines}{more}");
    }
}
