using System.Text;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The answer being written right now, for who joins late.</summary>
internal sealed class LiveText
{
    private readonly StringBuilder _text = new();
    private TextWritten? _first;

    public TextWritten? SoFar => _first is null ? null : _first with { Offset = 0, Text = _text.ToString() };

    public void Keep(FeedItem item)
    {
        switch (item)
        {
            case TextWritten piece:
                Add(piece);
                break;
            case TextWithdrawn withdrawn when withdrawn.RunId == _first?.RunId:
            case EntryAppended appended when appended.Entry.Events.Any(e => Ends(e.Event)):
                Drop();
                break;
        }
    }

    private void Add(TextWritten piece)
    {
        if (_first is null || _first.RunId != piece.RunId || _first.Step != piece.Step)
        {
            Drop();
            _first = piece.Offset == 0 ? piece : null;
        }

        if (_first is not null && piece.Offset == _text.Length)
        {
            _text.Append(piece.Text);
        }
    }

    private void Drop()
    {
        _first = null;
        _text.Clear();
    }

    private static bool Ends(ConversationEvent e) => e is ToolRequested or AssistantSaid or AnswerWithheld or RunEnded or RunResumed;
}
