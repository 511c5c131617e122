using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>What the customer does, besides answering cards.</summary>
internal static class CustomerSteps
{
    public static ImmutableArray<StepPhrase> All { get; } =
    [
        Act("{who} says {text}[ {tab}]", "Ana says \"Cancel order CM-7890\"",
            "What she writes, in straight or curly quotation marks; the step ends when she has her answer.",
            (visitor, server, words, stop) => visitor.SayAsync(server, words["text"], stop)),
        Act("{who} sends it again[ {tab}]", "She sends it again",
            "The same message once more, as a browser does when its connection was lost.",
            (visitor, server, _, stop) => visitor.SendAgainAsync(server, stop)),
        Act("{who} opens a second tab", "She opens a second tab",
            "From then on both tabs have to show the same.",
            async (visitor, server, _, stop) =>
            {
                await visitor.OpenTabAsync(server, stop);
                return null;
            }),
        Act("{who} begins a new conversation", "She begins a new conversation",
            "What was said before is in the old one.",
            async (visitor, _, _, _) =>
            {
                await visitor.BeginAnewAsync();
                return null;
            }),
        Act("{who} presses Stop", "She presses Stop",
            "While the assistant is taking its time.",
            Deciding((service, visitor, id, stop) => service.StopAsync(visitor.Customer, id, stop))),
        Act("{who} returns to the assistant", "She returns to the assistant",
            "While the conversation waits for a person, she goes back; what is still unanswered is answered.",
            Deciding((service, visitor, id, stop) => service.ReturnToAssistantAsync(visitor.Customer, id, stop))),
    ];

    private static StepPhrase Act(
        string form, string example, string meaning, Func<Visitor, ScenarioServer, StepWords, CancellationToken, Task<string?>> act) =>
        new(StepKind.Happens, form, example, meaning, async (stage, words, stop) =>
        {
            var visitor = stage.Meet(words["who"]);
            return words.Has("tab") && visitor.Tabs.Count < 2
                ? "there is no second tab yet"
                : await act(visitor, await stage.ServerAsync(stop), words, stop);
        })
        {
            Mistake = words => People.Mistake(words["who"]),
        };

    private static Func<Visitor, ScenarioServer, StepWords, CancellationToken, Task<string?>> Deciding(
        Func<ConversationService, Visitor, string, CancellationToken, Task> decide) => async (visitor, server, _, stop) =>
    {
        if (visitor.ConversationId is not { } id)
        {
            return "there is no conversation yet";
        }

        await decide(server.Get<ConversationService>(), visitor, id, stop);
        await visitor.SettleAsync(server, stop);
        return null;
    };
}
