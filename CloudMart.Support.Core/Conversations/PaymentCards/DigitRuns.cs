using System.Globalization;
using System.Text;

namespace CloudMart.Support.Core.Conversations.PaymentCards;

/// <summary>One digit of a text, whatever script it is written in.</summary>
/// <param name="Value"><c>'0'</c> to <c>'9'</c>.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Length">2 where it is a surrogate pair.</param>
/// <param name="BeginsGroup">No other digit is glued to it on the left.</param>
internal readonly record struct Digit(char Value, int At, int Length, bool BeginsGroup);

/// <summary>
/// Reads the digits of a text as people write long numbers: runs of them, with at most one space, dash or line break between two. What has
/// been masked before belongs to no run, its last four digits included: they could be taken for the beginning of another number.
/// </summary>
internal sealed class DigitRuns
{
    public const char Dot = '•';

    /// <summary>How many digits a mask leaves to be read.</summary>
    public const int Shown = 4;

    /// <summary>Fewer dots than any mask has are bullets of a list, with a number after them.</summary>
    private const int FewestDots = CardIssuers.Shortest - Shown;

    private readonly List<List<Digit>> _runs = [];
    private List<Digit> _run = [];
    private int _dots;
    private int _afterDots;
    private int _gap;

    private DigitRuns()
    {
    }

    public static List<List<Digit>> In(string text)
    {
        var reader = new DigitRuns();
        for (var at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            length = rune.Value == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : length;
            reader.Read(rune, at, length);
            at += length;
        }

        reader.EndRun();
        return reader._runs;
    }

    private void Read(Rune rune, int at, int length)
    {
        if (rune.Value == Dot)
        {
            EndRun();
            (_dots, _afterDots, _gap) = (_gap > 1 || _afterDots > 0 ? 1 : _dots + 1, 0, 0);
        }
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            Read(new Digit((char)('0' + (int)Rune.GetNumericValue(rune)), at, length, BeginsGroup: _run.Count == 0 || _gap > 0));
        }
        else
        {
            _gap = _gap == 0 && Separates(rune) ? 1 : 2;
            _dots = _gap > 1 ? 0 : _dots;
            if (_gap > 1)
            {
                EndRun();
            }
        }
    }

    private void Read(Digit digit)
    {
        _gap = 0;
        if (_dots >= FewestDots && _afterDots < Shown)
        {
            _afterDots++;
            return;
        }

        _dots = 0;
        _run.Add(digit);
    }

    private void EndRun()
    {
        if (_run.Count > 0)
        {
            _runs.Add(_run);
            _run = [];
        }
    }

    /// <summary>Spaces, dashes, line breaks, and what cannot be seen at all. No full stop: prices stand in rows, too.</summary>
    private static bool Separates(Rune rune) => rune.Value is '\t' or '\r' or '\n' or '\u2212'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
