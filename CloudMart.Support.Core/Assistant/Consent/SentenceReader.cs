using System.Buffers;

namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>
/// The words of a short message, taken one after the other. Only messages of plain ASCII words, order ids and simple punctuation can be
/// read at all: that is what keeps out look-alike letters, invisible characters, quotes and everything else with a second meaning.
/// </summary>
internal sealed class SentenceReader
{
    /// <summary>No sentence of the grammar is longer; a longer message need not be looked at.</summary>
    private const int MaxLength = 160;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private readonly List<string> _tokens;
    private int _next;

    private SentenceReader(List<string> tokens) => _tokens = tokens;

    public bool IsAtEnd => _next == _tokens.Count;

    /// <summary>Null when the message has anything but words, ids, spaces and <c>, . ! : #</c>, or ends in an ellipsis.</summary>
    public static SentenceReader? TryRead(string message)
    {
        var text = message.AsSpan().Trim(" \r\n\t");
        if (text.IsEmpty || text.Length > MaxLength)
        {
            return null;
        }

        var tokens = new List<string>();
        foreach (var range in text.Split(' '))
        {
            if (!text[range].IsEmpty && !TryAddTokens(text[range], tokens))
            {
                return null;
            }
        }

        return new SentenceReader(tokens);
    }

    /// <summary>Takes the words of <paramref name="phrase"/> if they come next.</summary>
    public bool Take(string phrase)
    {
        var words = phrase.Split(' ');
        if (!_tokens.Skip(_next).Take(words.Length).SequenceEqual(words))
        {
            return false;
        }

        _next += words.Length;
        return true;
    }

    /// <summary>Takes the first of <paramref name="phrases"/> that comes next; longer ones stand first.</summary>
    public bool TakeAny(string[] phrases) => phrases.Any(Take);

    public string? TakeOrderId()
    {
        if (IsAtEnd || OrderIdSpelling.Normalize(_tokens[_next]) is not { } id)
        {
            return null;
        }

        _next++;
        return id;
    }

    /// <summary>One stretch between spaces: <c>#</c> before a word, then the word or id, then punctuation.</summary>
    private static bool TryAddTokens(ReadOnlySpan<char> stretch, List<string> tokens)
    {
        var core = stretch.TrimEnd(",.!:");
        if (OrderIdSpelling.Normalize(core.ToString()) is { } id)
        {
            tokens.Add(id);
        }
        else if (core.StartsWith("#") && core.Length > 1)
        {
            tokens.Add("#");
            return TryAddTokens(stretch[1..], tokens);
        }
        else if (core is "#" || (!core.IsEmpty && !core.ContainsAnyExcept(Letters)))
        {
            tokens.Add(core.ToString().ToLowerInvariant());
        }
        else if (!core.IsEmpty)
        {
            return false;
        }

        return TryAddPunctuation(stretch[core.Length..], tokens);
    }

    /// <summary>One mark, or any number of exclamation marks (they add nothing); <c>...</c> and the like leave the sentence open.</summary>
    private static bool TryAddPunctuation(ReadOnlySpan<char> marks, List<string> tokens)
    {
        if (marks.IsEmpty)
        {
            return true;
        }

        tokens.Add(marks[0].ToString());
        return marks.Length == 1 || !marks.ContainsAnyExcept('!');
    }
}
