using System.Text;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>The text of one step of a run, as far as it has been written.</summary>
public sealed class LiveAnswer(TextWritten first, DateTimeOffset since)
{
    private readonly StringBuilder _text = new(first.Text);

    public string RunId { get; } = first.RunId;

    public int Step { get; } = first.Step;

    public DateTimeOffset Since { get; } = since;

    public string Key => $"{RunId}-{Step}";

    public int Length => _text.Length;

    public string From(int offset) => _text.ToString(offset, _text.Length - offset);

    /// <summary>
    /// Adds what of <paramref name="piece"/> is new. A piece that leaves a gap is dropped: the feed may lose some, and the final message
    /// brings everything.
    /// </summary>
    public void Add(TextWritten piece)
    {
        var overlap = _text.Length - piece.Offset;
        if (overlap >= 0 && overlap < piece.Text.Length)
        {
            _text.Append(piece.Text, overlap, piece.Text.Length - overlap);
        }
    }
}
