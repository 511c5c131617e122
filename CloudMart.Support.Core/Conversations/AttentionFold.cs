namespace CloudMart.Support.Core.Conversations;

/// <summary>The part of the fold that says whether somebody of the staff should look, and where the conversation stands in their inbox.</summary>
internal static class AttentionFold
{
    private const int RememberedQuestions = 2;

    /// <summary>In letters and digits. What is shorter (yes, thanks, an emoji) answers or greets, and may well be written twice.</summary>
    private const int ShortestQuestion = 8;

    private const int LineLength = 48;

    public static Conversation Noticed(this Conversation state, RecordedEvent recorded) => recorded.Event switch
    {
        CustomerSaid said => state.Asked(said.Text).Line(Conversation.Customer, said.Text),
        AssistantSaid said => state.Line(Conversation.Assistant, said.Text),
        StaffSaid said => state.Seen().Line(said.Name, said.Text),
        ToolAnswered { Receipt.Kind: var kind } => state.Refused(kind),
        OperationEnded { Receipt.Kind: var kind } => state.Refused(kind),
        RunEnded { Status: var status } => state with { RunFailed = status == RunStatus.Failed },
        StaffJoined or HandedBack or Continued or Resolved => state.Seen(),
        _ => state,
    };

    /// <summary>Each list is sorted by since when a conversation stands in it; so that is kept for as long as it does.</summary>
    public static Conversation Placed(this Conversation state, DateTimeOffset at)
    {
        var section = state.IsResolved ? InboxSection.Resolved
            : state.Owner == Owner.Staff && !state.Attention.HasFlag(AttentionReasons.ApprovalWaiting) ? InboxSection.Staff
            : state.Attention != AttentionReasons.None ? InboxSection.Attention
            : InboxSection.Assistant;
        var staffId = section == InboxSection.Staff ? state.Answering?.StaffId : null;
        return state.Place is { } place && place.Section == section && place.StaffId == staffId
            ? state
            : state with { Place = new(section, staffId, at) };
    }

    private static Conversation Asked(this Conversation state, string text)
    {
        if (text.Count(char.IsLetterOrDigit) < ShortestQuestion)
        {
            return state;
        }

        var question = QuestionOf(text);
        return state with
        {
            AskedTwice = state.AskedTwice || state.RecentQuestions.Contains(question),
            RecentQuestions = [.. state.RecentQuestions.TakeLast(RememberedQuestions - 1), question],
        };
    }

    private static Conversation Refused(this Conversation state, ReceiptKind kind) =>
        state with { RefusedInARow = kind == ReceiptKind.Refused ? state.RefusedInARow + 1 : 0 };

    /// <summary>A person has looked: what was amiss before is known.</summary>
    private static Conversation Seen(this Conversation state) =>
        state with { AskedTwice = false, RecentQuestions = [], RefusedInARow = 0, RunFailed = false };

    private static Conversation Line(this Conversation state, string by, string text) =>
        state with { LastLine = BoundedText.Cut(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LineLength), LastLineBy = by };

    /// <summary>Of letters and digits only: who asks again seldom types it the same.</summary>
    private static string QuestionOf(string text) => Fingerprint.Of(string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant());
}
