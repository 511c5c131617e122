using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>
/// What the customer's newest message says to the cards that were open when it was written and still are. It is looked at with the start of
/// the run that covers it, or at once while people answer, and by code: a model is only told what came of it.
/// </summary>
internal static class TypedAnswer
{
    /// <summary>The facts that follow; none where the message is for the assistant.</summary>
    /// <param name="known">The conversation before the run begins.</param>
    /// <param name="runId">The run that covers the message.</param>
    /// <param name="now">What is too late is too late, also when the server was away meanwhile.</param>
    public static ImmutableArray<ConversationEvent> Facts(ConversationSnapshot known, string runId, DateTimeOffset now)
    {
        var (answer, open) = Read(known, now);
        return (Plain(known.State, answer, open), answer) switch
        {
            ({ } plain, _) => [plain],
            _ when open.IsEmpty || answer == PlainAnswer.None => [],
            (_, PlainAnswer.Cancel) => AskBack(runId, ConsentWords.CancelWhat(Titles(known, open))),
            _ => AskBack(runId, ConsentWords.WhichOne(Titles(known, open))),
        };
    }

    /// <summary>The answer to the only open card; null where the message is none, or does not say to which.</summary>
    public static ConversationEvent? Plain(ConversationSnapshot known, DateTimeOffset now)
    {
        var (answer, open) = Read(known, now);
        return Plain(known.State, answer, open);
    }

    private static ConversationEvent? Plain(Conversation state, PlainAnswer answer, ImmutableArray<PendingAction> open) => (answer, open) switch
    {
        (PlainAnswer.Yes, [var only]) => new ActionConfirmed(only.Action, state.CustomerId, state.LastSaidAt),
        (PlainAnswer.No, [var only]) => new ActionDeclined(only.Action, state.CustomerId, state.LastSaidAt),
        _ => null,
    };

    private static (PlainAnswer Answer, ImmutableArray<PendingAction> Open) Read(ConversationSnapshot known, DateTimeOffset now)
    {
        var state = known.State;
        return state.LastSaidAt > state.AnsweredThrough
            && known.Events.Find(recorded => recorded.Number == state.LastSaidAt) is { Event: CustomerSaid { Text: var text }, At: var at }
            ? (PlainAnswers.Read(text),
                [.. state.Actions.Where(action => action.IsOpen(at) && action.IsOpen(now) && action.ProposedAt < state.LastSaidAt && !HasPersonSpokenSince(action))])
            : (PlainAnswer.None, []);

        // What a person has asked meanwhile is what a plain yes answers; the card still has its buttons.
        bool HasPersonSpokenSince(PendingAction action) =>
            known.Events.Any(recorded => recorded.Number > action.ProposedAt && recorded.Number < state.LastSaidAt && recorded.Event is StaffSaid);
    }

    private static ImmutableArray<ConversationEvent> AskBack(string runId, string words) =>
        [new AssistantSaid(runId, words), new RunEnded(runId, RunStatus.Completed)];

    private static IEnumerable<string> Titles(ConversationSnapshot known, IEnumerable<PendingAction> open) =>
        open.Select(action => ProposedCards.TitleOf(known, action));
}

/// <summary>What the app itself asks back.</summary>
internal static class ConsentWords
{
    public static string WhichOne(IEnumerable<string> titles) =>
        $"Which one do you mean? These are open: {Listed(titles)}. Please use the buttons of the one you mean.";

    public static string CancelWhat(IEnumerable<string> titles) =>
        $"Do you want to leave everything as it is? Then write **no**, or press the second button. Still open: {Listed(titles)}. "
        + "To cancel an order, write “Cancel order” and its number.";

    private static string Listed(IEnumerable<string> titles) => string.Join(", ", titles.Select(title => $"**{title}**"));
}
