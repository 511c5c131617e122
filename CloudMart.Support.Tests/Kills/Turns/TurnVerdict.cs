using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Kills.Turns;

/// <summary>What is wrong with a turn after everything has settled, in sentences; a turn that went well has none.</summary>
internal static class TurnVerdict
{
    /// <param name="turn">The turn.</param>
    /// <param name="log">Its conversation, whole.</param>
    /// <param name="order">The order that it is about, as it stands now.</param>
    /// <param name="marked">Whether the conversation is still marked as owed.</param>
    public static IEnumerable<string> Of(CustomersTurn turn, IReadOnlyList<RecordedEvent> log, Order? order, bool marked)
    {
        var events = log.Select(recorded => recorded.Event).ToList();
        return OfMessage(turn, events)
            .Concat(OfRuns(events))
            .Concat(OfCard(turn, events))
            .Concat(OfReply(turn, events))
            .Concat(turn.Order is null ? [] : OrderVerdict.Of(turn, order, changes: ChangesIn(events)))
            .Append(Unless(!Conversation.Empty(turn.ConversationId).Apply(log).OwesAnswer, "an answer is owed"))
            .Append(Unless(!marked, "it is marked as owed"))
            .OfType<string>();
    }

    public static string? Unless(bool holds, string complaint) => holds ? null : complaint;

    private static int ChangesIn(List<ConversationEvent> events) =>
        events.Count(e => e is ToolAnswered { Changed: true } or OperationEnded { Ending: OperationEnding.Done });

    private static IEnumerable<string?> OfMessage(CustomersTurn turn, List<ConversationEvent> events)
    {
        var said = events.OfType<CustomerSaid>().Select(message => (message.MessageId, message.Text)).ToList();
        yield return Unless(said is [var only] && only == (turn.MessageId, turn.Text), $"the message stands there {said.Count} times");
    }

    private static IEnumerable<string?> OfRuns(List<ConversationEvent> events)
    {
        var unanswered = events.OfType<ToolRequested>().Sum(asked => asked.Calls.Length) - events.OfType<ToolAnswered>().Count();
        yield return Unless(unanswered == 0, $"{unanswered} more calls than outcomes");

        var answers = events.OfType<AssistantSaid>().Count(answer => !answer.Interrupted);
        yield return Unless(answers == 1, $"there are {answers} final answers");

        var ends = events.OfType<RunEnded>().Select(ended => (ended.Status, ended.Reason)).ToList();
        yield return Unless(ends is [(RunStatus.Completed, _)], $"the runs ended [{string.Join(", ", ends)}]");
    }

    /// <summary>Who wanted a card got one, and what was agreed to was carried out once.</summary>
    private static IEnumerable<string?> OfCard(CustomersTurn turn, List<ConversationEvent> events)
    {
        var asked = turn.Wish == Wish.Move ? 1 : 0;
        var cards = events.OfType<ActionProposed>().Count();
        yield return Unless(cards == asked, $"{cards} cards were shown");

        var agreed = events.OfType<ActionConfirmed>().Count();
        yield return Unless(turn.Agreed ? agreed == asked : agreed <= asked, $"the log tells of {agreed} times yes");

        var expected = turn.Wish switch { Wish.Cancellation => 1, Wish.Move => agreed, _ => 0 };
        yield return Unless(ChangesIn(events) == expected, $"the log tells of {ChangesIn(events)} changes instead of {expected}");

        var endings = events.OfType<OperationEnded>().Select(ended => ended.Ending).ToList();
        yield return Unless(endings.Count == agreed, $"the operations ended [{string.Join(", ", endings)}]");
    }

    /// <summary>Who asked again got the answer that the log holds, and who left got none.</summary>
    private static IEnumerable<string?> OfReply(CustomersTurn turn, List<ConversationEvent> events)
    {
        var answer = events.OfType<AssistantSaid>().LastOrDefault()?.Text;
        yield return turn.Reply is { } reply
            ? Unless(reply.ThreadId == turn.ConversationId && reply.Response == answer, $"the sender was told {reply}")
            : Unless(turn.Leaves, "the sender never got a reply");
        yield return Unless(turn.Leaves || !turn.IsUnfinished, "the sender could not agree");
    }
}
