using System.Collections.Immutable;

namespace CloudMart.Support.Core.Conversations;

/// <summary>A conversation as somebody has read it: its state, and its newest events for context.</summary>
/// <param name="State">Folded to the newest event.</param>
/// <param name="Events">The newest events, in order, without gaps, ending at <see cref="Conversation.LastNumber"/>.</param>
public sealed record ConversationSnapshot(Conversation State, ImmutableList<RecordedEvent> Events)
{
    public static ConversationSnapshot Empty(string id) => new(Conversation.Empty(id), []);

    public ConversationSnapshot Append(IEnumerable<RecordedEvent> events)
    {
        var fresh = events.Where(e => e.Number > State.LastNumber).ToList();
        return new(State.Apply(fresh), Events.AddRange(fresh));
    }
}
