using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Kills;

/// <summary>What is wrong with a turn after everything has settled, in sentences; a turn that went well has none.</summary>
internal static class TurnVerdict
{
    /// <param name="turn">The turn.</param>
    /// <param name="log">Its conversation, whole.</param>
    /// <param name="order">The order that it cancels, as it stands now.</param>
    /// <param name="marked">Whether the conversation is still marked as owed.</param>
    public static IEnumerable<string> Of(CustomersTurn turn, IReadOnlyList<RecordedEvent> log, Order? order, bool marked)
    {
        var events = log.Select(recorded => recorded.Event).ToList();
        return OfLog(turn, events)
            .Concat(OfReply(turn, events))
            .Concat(turn.OrderId is null ? [] : OfOrder(turn, order))
            .Append(Unless(!Conversation.Empty(turn.ConversationId).Apply(log).OwesAnswer, "an answer is owed"))
            .Append(Unless(!marked, "it is marked as owed"))
            .OfType<string>();
    }

    private static IEnumerable<string?> OfLog(CustomersTurn turn, List<ConversationEvent> events)
    {
        var said = events.OfType<CustomerSaid>().Select(message => (message.MessageId, message.Text)).ToList();
        yield return Unless(said is [var only] && only == (turn.MessageId, turn.Text), $"the message stands there {said.Count} times");

        var changes = events.OfType<ToolAnswered>().Count(answered => answered.Changed);
        yield return Unless(changes == (turn.OrderId is null ? 0 : 1), $"the log tells of {changes} changes");

        var unanswered = events.OfType<ToolRequested>().Sum(asked => asked.Calls.Length) - events.OfType<ToolAnswered>().Count();
        yield return Unless(unanswered == 0, $"{unanswered} more calls than outcomes");

        var answers = events.OfType<AssistantSaid>().Count(answer => !answer.Interrupted);
        yield return Unless(answers == 1, $"there are {answers} final answers");

        var ends = events.OfType<RunEnded>().Select(ended => ended.Status).ToList();
        yield return Unless(ends is [RunStatus.Completed], $"the runs ended [{string.Join(", ", ends)}]");
    }

    /// <summary>Who asked again got the answer that the log holds, and who left got none.</summary>
    private static IEnumerable<string?> OfReply(CustomersTurn turn, List<ConversationEvent> events)
    {
        var answer = events.OfType<AssistantSaid>().LastOrDefault()?.Text;
        yield return turn.Reply is { } reply
            ? Unless(reply == new CustomersReply(turn.ConversationId, answer ?? "", "answered"), $"the sender was told {reply}")
            : Unless(turn.Leaves, "the sender never got a reply");
    }

    private static IEnumerable<string?> OfOrder(CustomersTurn turn, Order? order)
    {
        yield return Unless(
            order is { Status: OrderStatus.Canceled, Version: 2 }, $"the order is {order?.Status} in version {order?.Version}");
        yield return Unless(
            order?.History is [{ Act: "cancel_order" } done] && done.Operation.StartsWith(turn.ConversationId, StringComparison.Ordinal),
            $"the order's history is [{string.Join(", ", order?.History ?? [])}]");

        var refunds = order?.Payments.Where(payment => payment.Kind == PaymentKind.Refund).Select(payment => payment.Amount).ToList() ?? [];
        yield return Unless(refunds is [var once] && once == order?.Total, $"the refunds are [{string.Join(", ", refunds)}]");
    }

    private static string? Unless(bool holds, string complaint) => holds ? null : complaint;
}
