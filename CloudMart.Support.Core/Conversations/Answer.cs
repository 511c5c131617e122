namespace CloudMart.Support.Core.Conversations;

/// <summary>The answer to one message, as the log has it.</summary>
internal static class Answer
{
    /// <summary>A run has yet to cover what was said at <paramref name="number"/>.</summary>
    public static bool IsAwaited(long number, Conversation state) =>
        state.AnsweredThrough < number && (state.Run is not null || state.Owner == Owner.Assistant);

    public static MessageAnswered To(MessageKept message, ConversationSnapshot now) => new(
        now.State.Id,
        string.Join("\n\n", Words(message.Number, now.Events).Where(words => words.Length > 0)),
        IsAwaited(message.Number, now.State) ? AnswerStatus.StillRunning
            : now.State.Owner != Owner.Assistant ? AnswerStatus.WithStaff
            : now.State.Actions.Any(action => action.IsOpen(now.State.LastAt)) ? AnswerStatus.WaitingForConfirmation
            : AnswerStatus.Answered);

    /// <summary>What was said by the runs that began after the message, up to the end of the one that covers it.</summary>
    private static IEnumerable<string> Words(long number, IEnumerable<RecordedEvent> events)
    {
        string? run = null;
        foreach (var recorded in events.Where(recorded => recorded.Number > number))
        {
            switch (recorded.Event)
            {
                case RunStarted started:
                    run = started.RunId;
                    break;
                case ToolRequested asked when asked.RunId == run:
                    yield return asked.Text;
                    break;
                case AssistantSaid said when said.RunId == run:
                    yield return said.Text;
                    break;
                case RunEnded ended when ended.RunId == run && ended.Reason != RunEndReason.Superseded:
                    yield break;
            }
        }
    }
}
