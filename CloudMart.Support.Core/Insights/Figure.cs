namespace CloudMart.Support.Core.Insights;

/// <summary>
/// One number of insights: a counter, or all counters of a kind together, e.g. whatever a conversation was handed over for. Conversations
/// stand behind it: those that count in it.
/// </summary>
public sealed record Figure
{
    private const char Detail = ':';
    private const int LongestName = 100;

    /// <summary>By the words of addresses. Where a counter is a prefix, the word alone means all that begin with it.</summary>
    private static readonly Dictionary<string, (string Counter, bool IsKind)> Words = new(StringComparer.Ordinal)
    {
        ["conversations"] = (CountNames.Conversations, false),
        ["solved-alone"] = (CountNames.SolvedAlone, false),
        ["handed-over"] = (CountNames.HandedPrefix, true),
        ["first-answer"] = (CountNames.FirstAnswerPrefix, true),
        ["resolution"] = (CountNames.ResolutionPrefix, true),
        ["tools"] = (CountNames.ToolPrefix, true),
        ["rated"] = (CountNames.RatingPrefix, true),
        ["tokens"] = (CountNames.TokensIn, false),
    };

    private Figure(string name, string counter, bool isKind) => (Name, Counter, IsKind) = (name, counter, isKind);

    public static Figure Conversations { get; } = Known("conversations");

    public static Figure SolvedAlone { get; } = Known("solved-alone");

    public static Figure HandedOver { get; } = Known("handed-over");

    public static Figure FirstAnswer { get; } = Known("first-answer");

    public static Figure Resolution { get; } = Known("resolution");

    public static Figure Tools { get; } = Known("tools");

    public static Figure Rated { get; } = Known("rated");

    public static Figure Tokens { get; } = Known("tokens");

    /// <summary>In addresses, e.g. <c>handed-over</c> or <c>handed-over:CustomerAsked</c>.</summary>
    public string Name { get; }

    /// <summary>The counter's name, or what the names of its counters begin with.</summary>
    public string Counter { get; }

    /// <summary>It is more than one counter.</summary>
    public bool IsKind { get; }

    /// <summary>What of the kind is counted, e.g. <c>CustomerAsked</c>; null where it is all of it.</summary>
    public string? Part => Name.IndexOf(Detail, StringComparison.Ordinal) is > 0 and var at ? Name[(at + 1)..] : null;

    /// <summary>The whole that this is a part of.</summary>
    public Figure Whole => Part is null ? this : Known(Name[..Name.IndexOf(Detail, StringComparison.Ordinal)]);

    /// <summary>A part of a kind: a cause, a score, a tool, or a tool with its outcome.</summary>
    public Figure Of(string part) => Parse($"{Name}{Detail}{part}") ?? throw new ArgumentException($"{Name} has no such part.", nameof(part));

    /// <summary>The figure that an address names; null where there is none of that name.</summary>
    public static Figure? Parse(string? name)
    {
        if (name is null or { Length: > LongestName })
        {
            return null;
        }

        var words = name.Split(Detail, 2);
        return !Words.TryGetValue(words[0], out var known) ? null
            : words is [_] ? new(name, known.Counter, known.IsKind)
            : !known.IsKind || words[1].Length == 0 ? null
            : known.Counter == CountNames.ToolPrefix && !words[1].Contains(' ', StringComparison.Ordinal) ? new(name, $"{known.Counter}{words[1]} ", isKind: true)
            : new(name, known.Counter + words[1], isKind: false);
    }

    /// <summary>How much of it is in <paramref name="counts"/>, a conversation's or a day's.</summary>
    public long In(IEnumerable<KeyValuePair<string, long>> counts) => counts
        .Where(count => IsKind ? count.Key.StartsWith(Counter, StringComparison.Ordinal) : count.Key == Counter).Sum(count => count.Value);

    private static Figure Known(string word) => new(word, Words[word].Counter, Words[word].IsKind);
}
