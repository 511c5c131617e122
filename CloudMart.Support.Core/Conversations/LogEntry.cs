using System.Collections.Immutable;

namespace CloudMart.Support.Core.Conversations;

/// <summary>One append: facts that stand together or not at all, and take the next numbers.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="WriteId">Recognises my own write when its reply was lost.</param>
/// <param name="Events">1 to <see cref="MaxEvents"/> facts, numbered without gaps.</param>
public sealed record LogEntry(string ConversationId, string WriteId, ImmutableArray<RecordedEvent> Events)
{
    /// <summary>So that a reader knows how far before a number the entry that contains it can begin.</summary>
    public const int MaxEvents = 32;

    /// <summary>The number of the first fact: the entry's key.</summary>
    public long Number => Events[0].Number;

    public long LastNumber => Events[^1].Number;
}
