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

    public static string CutOff { get; } = "That answer got too long, so it ends here. Ask me for the part you need.";

    /// <summary>What took effect in the run, from the log; empty when nothing did.</summary>
    public static string WhatWasDone(ConversationSnapshot known, LiveRun run) =>
        string.Join(' ', RunChanges.Of(known, run).OfType<Receipt>().Select(done => $"{done.Headline}."));
}
