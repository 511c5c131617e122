using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>
/// What the customer's newest message says to the cards that were open when it was written. It is looked at once, with the start of the run
/// that covers it, and by code: a model is only told what came of it.
/// </summary>
internal static class TypedAnswer
{
    /// <summary>The facts that follow; none where the message is for the assistant.</summary>
    /// <param name="known">The conversation before the run begins.</param>
    /// <param name="runId">The run that covers the message.</param>
    public static ImmutableArray<ConversationEvent> Facts(ConversationSnapshot known, string runId)
    {
        var state = known.State;
        if (state.LastSaidAt <= state.AnsweredThrough
            || known.Events.Find(recorded => recorded.Number == state.LastSaidAt) is not { Event: CustomerSaid { Text: var text }, At: var at })
        {
            return [];
        }

        var open = state.Actions.Where(action => action.IsOpen(at) && action.ProposedAt < state.LastSaidAt).ToImmutableArray();
        return (PlainAnswers.Read(text), open) switch
        {
            (_, []) or (PlainAnswer.None, _) => [],
            (PlainAnswer.Yes, [var only]) => [new ActionConfirmed(only.Action, state.CustomerId, state.LastSaidAt)],
            (PlainAnswer.No, [var only]) => [new ActionDeclined(only.Action, state.CustomerId, state.LastSaidAt)],
            (PlainAnswer.Cancel, _) => AskBack(runId, ConsentWords.CancelWhat(Titles(known, open))),
            _ => AskBack(runId, ConsentWords.WhichOne(Titles(known, open))),
        };
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
