using System.Text;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The answer being written right now, for who joins late.</summary>
internal sealed class LiveText
{
    private readonly StringBuilder text = new();
    private TextWritten? first;

    public TextWritten? SoFar => first is null ? null : first with { Offset = 0, Text = text.ToString() };

    public void Keep(FeedItem item)
    {
        switch (item)
        {
            case TextWritten piece:
                Add(piece);
                break;
            case TextWithdrawn withdrawn when withdrawn.RunId == first?.RunId:
            case EntryAppended appended when appended.Entry.Events.Any(e => Ends(e.Event)):
                Drop();
                break;
        }
    }

    private void Add(TextWritten piece)
    {
        if (first is null || first.RunId != piece.RunId || first.Step != piece.Step)
        {
            Drop();
            first = piece.Offset == 0 ? piece : null;
        }

        if (first is not null && piece.Offset == text.Length)
        {
            text.Append(piece.Text);
        }
    }

    private void Drop()
    {
        first = null;
        text.Clear();
    }

    private static bool Ends(ConversationEvent e) => e is ToolRequested or AssistantSaid or RunEnded or RunResumed;
}
