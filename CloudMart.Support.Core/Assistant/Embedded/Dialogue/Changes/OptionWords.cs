using System.Globalization;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

/// <summary>Recognises the options of a product's variants in a wish: "size 9", "the blue one", "a bigger one", "the cheapest".</summary>
internal sealed class OptionWords(string wish)
{
    private static readonly HashSet<string> More =
        ["bigger", "larger", "longer", "taller", "higher", "more", "up", "heavier", "brighter", "wider"];

    private static readonly HashSet<string> Less = ["smaller", "shorter", "lower", "less", "down", "lighter", "narrower", "dimmer"];

    /// <summary>The same size as labels and as customers say it.</summary>
    private static readonly string[][] SameSizes =
    [
        ["xs", "extra small", "x small"], ["s", "small"], ["m", "medium"], ["l", "large"], ["xl", "extra large", "x large"],
        ["xxl", "double extra large", "2 xl"],
    ];

    /// <summary>Less than any of a value's own words.</summary>
    private const double AsAShade = 0.1;

    private static readonly string[] Steps = ["one size", "a size", "slightly", "a bit", "a little", "next size"];

    private static readonly string[] Sizes = ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"];

    /// <summary>Without apostrophes: the S of "it's" is no size.</summary>
    private readonly List<string> _words = Tokens.Of(string.Concat(wish.Where(letter => letter is not ('\'' or '’'))));

    public bool WantsCheapest => _words.Exists(word => word is "cheapest" or "cheaper");

    public bool WantsMore => _words.Exists(More.Contains);

    public bool WantsLess => _words.Exists(Less.Contains);

    /// <summary>One that this product may not even come in: "XL", "a yellow one".</summary>
    public bool SaysASizeOrColor => _words.Exists(word => Shades.IsAColor(word) || Sizes.Contains(word));

    /// <summary>"One size smaller", "slightly bigger": the very next.</summary>
    public bool WantsOneStep { get; } = Steps.Any(step => wish.Contains(step, StringComparison.OrdinalIgnoreCase));

    public bool Names(string option) => Tokens.Of(option).Exists(part => Tokens.Has(_words, part));

    /// <summary>The values of one option that the wish names best; none where it names none.</summary>
    public IReadOnlyCollection<string> Named(string option, IEnumerable<string> values)
    {
        var scored = values.Distinct().Select(value => (value, score: Score(option, value))).Where(pair => pair.score > 0).ToArray();
        var best = scored.Select(pair => pair.score).DefaultIfEmpty().Max();
        return [.. scored.Where(pair => pair.score == best).Select(pair => pair.value)];
    }

    /// <summary>Where values have an order, by number or as sizes of clothes; null for those that have none.</summary>
    public static double? Rank(string value) =>
        Array.IndexOf(Sizes, value.Trim().ToLowerInvariant()) is >= 0 and var size ? size
        : Array.FindIndex(["small", "medium", "large"], value.StartsWith) is >= 0 and var named ? named
        : Tokens.Of(value) is [var number, ..] && double.TryParse(number, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : null;

    private double Score(string option, string value)
    {
        var forms = Array.Find(SameSizes, same => same.Contains(value.Trim().ToLowerInvariant())) ?? [value];
        var best = forms.Max(form => Score(option, Tokens.Of(form)));
        return best > 0 ? best : Shades.IsOneOf(value, _words) ? AsAShade : 0;
    }

    /// <summary>All of its words count most; a part of them counts where that is a word of its own and not a unit or a filler.</summary>
    private double Score(string option, List<string> parts)
    {
        var named = parts.Count(part => _words.Contains(part) || Tokens.Has(_words, part));
        var isNumber = parts.TrueForAll(part => char.IsDigit(part[0]));
        return named == 0 || (isNumber && named < parts.Count) ? 0
            : named == parts.Count ? 1 + (0.01 * parts.Count)
            : parts.Exists(part => Tells(part, option)) ? (double)named / parts.Count
            : 0;
    }

    private bool Tells(string part, string option) => char.IsDigit(part[0])
        ? _words.Contains(part)
        : part.Length >= Tokens.ShortestWord && Tokens.Has(_words, part) && !Tokens.Has(Tokens.Of(option), part);
}
