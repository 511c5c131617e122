using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>
/// The customer presses a card's button. A card that is no longer open can be pressed too: what comes of it is for the next steps.
/// </summary>
internal static class CardSteps
{
    public static ImmutableArray<StepPhrase> All { get; } =
    [
        Press("{who} confirms[ {text}][ {tab}]", "She confirms \"Return 1 item of CM-7820\"",
            "She presses the button that does it. The card's title may be left out where one card is open.",
            (cards, visitor, card, stop) => cards.ConfirmAsync(visitor.Customer, visitor.ConversationId!, card, stop)),
        Press("{who} declines[ {text}][ {tab}]", "She declines",
            "She presses the button that leaves everything as it is.",
            (cards, visitor, card, stop) => cards.DeclineAsync(visitor.Customer, visitor.ConversationId!, card, stop)),
        Press("{who} confirms[ {text}] in both tabs at once", "She confirms in both tabs at once",
            "Both buttons are pressed at the same moment.",
            (cards, visitor, card, stop) => Task.WhenAll(
                Enumerable.Range(0, 2).Select(_ => cards.ConfirmAsync(visitor.Customer, visitor.ConversationId!, card, stop)))),
    ];

    private static StepPhrase Press(
        string form, string example, string meaning, Func<ActionService, Visitor, ActionId, CancellationToken, Task> press) =>
        new(StepKind.Happens, form, example, meaning, async (stage, words, stop) =>
        {
            var visitor = stage.Meet(words["who"]);
            var server = await stage.ServerAsync(stop);
            var (card, why) = Choose(visitor.Page, words["text"], stage.Clock.GetUtcNow());
            if (card is null)
            {
                return why;
            }

            await press(server.Get<ActionService>(), visitor, card.Action, stop);
            await visitor.SettleAsync(server, stop);
            return null;
        })
        {
            Mistake = words => People.Mistake(words["who"]),
        };

    private static (ActionProposed? Card, string? Why) Choose(OpenTab page, string title, DateTimeOffset now)
    {
        var shown = page.Facts.OfType<ActionProposed>().Where(card => title.Length == 0 || card.Card.Title == title).ToList();
        var open = shown.FindAll(card => page.Seen.State.Actions.Any(action => action.Action == card.Action && action.IsOpen(now)));
        return (shown, open) switch
        {
            ([], _) when title.Length == 0 => (null, "no card was shown"),
            ([], _) => (null, $"no card of that title was shown; {ShownCards.InWords(page, now)}"),
            (_, [_, _, ..]) => (null, $"more than one is open, so it has to be said which; {ShownCards.InWords(page, now)}"),
            (_, [var only]) => (only, null),
            _ => (shown[^1], null),
        };
    }
}
