using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>What was said, by whom, and what was not.</summary>
internal static class WordChecks
{
    public static ImmutableArray<StepPhrase> All { get; } =
    [
        new(StepKind.Must, "the answer mentions {text}", "The answer mentions \"Which order\"",
            "The assistant's answer to the newest message has these words in it. Not asked of a live model.",
            (stage, words, _) => Task.FromResult(Mentions(stage, words) ? null : $"the answer: {Answer(stage)}"))
        {
            IsWording = true,
        },
        new(StepKind.Must, "the answer does not mention {text}", "The answer does not mention \"refund\"",
            "It has not. Not asked of a live model.",
            (stage, words, _) => Task.FromResult(Mentions(stage, words) ? $"the answer: {Answer(stage)}" : null))
        {
            IsWording = true,
        },
        new(StepKind.Must, "{text} is kept nowhere", "\"4242 4242 4242 4242\" is kept nowhere",
            "Nothing in the conversation has these words: no message, answer, card or receipt, nor what tools told the assistant.",
            (stage, words, _) => Task.FromResult(
                Keeping(stage, words["text"]) is { } keeping ? $"{keeping.Event.GetType().Name}, event {keeping.Number}" : null)),
        new(StepKind.Must, "the conversation has {count} message[s] and {count2} answer[s]", "The conversation has 1 message and 1 answer",
            "How often the customer and the assistant have spoken. Answers that were cut off do not count.",
            (stage, words, _) =>
            {
                var said = stage.Visitor.Page.Facts.OfType<CustomerSaid>().Count();
                var answered = stage.Visitor.Page.Facts.OfType<AssistantSaid>().Count(answer => !answer.Interrupted);
                return Task.FromResult(
                    said == words.Count("count") && answered == words.Count("count2") ? null : $"it has {said} and {answered}");
            }),
        Owned("the conversation waits for a person", "The conversation waits for a person",
            "It was handed over to staff.", Owner.StaffQueue),
        Owned("the conversation is with the assistant", "The conversation is with the assistant",
            "It was not, or she has returned.", Owner.Assistant),
    ];

    private static StepPhrase Owned(string form, string example, string meaning, Owner owner) =>
        new(StepKind.Must, form, example, meaning, (stage, _, _) =>
            Task.FromResult(stage.Visitor.Page.Seen.State.Owner is var seen && seen == owner ? null : $"it is with {seen}"));

    private static bool Mentions(ScenarioStage stage, StepWords words) =>
        Answer(stage).Contains(words["text"], StringComparison.OrdinalIgnoreCase);

    private static string Answer(ScenarioStage stage)
    {
        var seen = stage.Visitor.Page.Seen;
        var since = seen.Events.Where(recorded => recorded.Number > seen.State.LastSaidAt).Select(recorded => recorded.Event);
        return string.Join("\n", since.OfType<AssistantSaid>().Select(answer => answer.Text));
    }

    /// <summary>The first event, as it is stored, that has the words.</summary>
    private static RecordedEvent? Keeping(ScenarioStage stage, string words)
    {
        var seen = stage.Visitor.Page.Seen;
        return seen.Events.Find(recorded => ConversationEventJson
            .Write(new LogEntry(seen.State.Id, "", [recorded]))
            .Contains(words, StringComparison.OrdinalIgnoreCase));
    }
}
