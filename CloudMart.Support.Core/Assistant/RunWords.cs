using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>What the app itself says when a run can't be answered by the assistant. Plain, and without blame or internals.</summary>
internal static class RunWords
{
    private const string PassedOn = "I've passed this conversation to our team, and a person will read it here.";

    public static string BoundReached { get; } = $"I couldn't work this out on my own. {PassedOn}";

    public static string CannotAnswerNow { get; } = $"We can't answer right now. Your message is safe. {PassedOn}";

    public static string Declined { get; } =
        "I'm not able to answer that. I can look up, track, change, cancel, return or exchange your orders.";

    public static string NothingToAdd { get; } = "I'm not able to say more to that.";

    public static string CutOff { get; } = "That answer got too long, so it ends here. Ask me for the part you need.";

    /// <summary>What took effect in the run, from the log; empty when nothing did.</summary>
    public static string WhatWasDone(ConversationSnapshot known, LiveRun run) =>
        string.Join(' ', RunChanges.Of(known, run).OfType<Receipt>().Select(done => $"{done.Headline}."));

    /// <summary>Instead of an assistant that says what is not so: what became of things in the run, and what waits, from the log.</summary>
    public static string WhatStands(ConversationSnapshot known, string runId)
    {
        var receipts = known.Events.SkipWhile(e => e.Event is not RunStarted started || started.RunId != runId)
            .Select(e => Receipt.Of(e.Event)).OfType<Receipt>().ToList();
        var outcomes = receipts.Select(receipt => $"{receipt.Headline}.");
        var rest = receipts.Exists(receipt => receipt.Kind == ReceiptKind.Done) ? "Nothing else has been changed." : "Nothing was changed just now.";
        var cards = known.State.Actions.Where(action => action.Stage == ActionStage.Proposed)
            .Select(action => $"This waits for your answer on its card: {ProposedCards.TitleOf(known, action)}.");
        return string.Join(' ', [.. outcomes, rest, .. cards, "Tell me what you would like, or ask for a person."]);
    }
}
