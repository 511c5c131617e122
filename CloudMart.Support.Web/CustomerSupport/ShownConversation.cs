using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>What a page shows of a conversation: what stands in the log, and of the live run what does not stand there yet.</summary>
internal sealed class ShownConversation(TimeProvider clock)
{
    /// <summary>The conversation and its loaded events; null while none is open.</summary>
    public ConversationSnapshot? Known { get; set; }

    /// <summary>The text that the live run is writing.</summary>
    public LiveAnswer? Answer { get; private set; }

    /// <summary>The live run can't go on right now and keeps trying.</summary>
    public bool IsDelayed { get; private set; }

    public void Close() => (Known, Answer, IsDelayed) = (null, null, false);

    public void Fold(IReadOnlyList<RecordedEvent> events)
    {
        Known = Known!.Append(events);
        if (events.Any(recorded => recorded.Event is RunStarted or RunResumed or ToolRequested or AssistantSaid or AnswerWithheld or RunEnded))
        {
            Answer = null; // its words are in the log now, or will be written anew
        }

        IsDelayed &= events.All(recorded => recorded.Event is CustomerSaid or RunStopRequested);
    }

    /// <returns>Whether an answer begins with it.</returns>
    public bool Write(TextWritten piece)
    {
        if (Answer?.RunId == piece.RunId && Answer.Step == piece.Step)
        {
            Answer.Add(piece);
            return false;
        }

        if (piece.Offset != 0)
        {
            return false;
        }

        (Answer, IsDelayed) = (new LiveAnswer(piece, clock.GetUtcNow()), false);
        return true;
    }

    /// <returns>Whether it was shown.</returns>
    public bool Withdraw(TextWithdrawn withdrawn)
    {
        var isShown = withdrawn.RunId == Answer?.RunId && withdrawn.Step == Answer.Step;
        Answer = isShown ? null : Answer;
        return isShown;
    }

    /// <returns>Whether that is new.</returns>
    public bool Delay(RunDelayed delayed)
    {
        var isNew = delayed.RunId == Known!.State.Run?.RunId && !IsDelayed;
        IsDelayed |= isNew;
        return isNew;
    }
}
