using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>What the app itself draws on the page: cards and receipts. In every open tab it has to be the same.</summary>
internal static class CardChecks
{
    public static ImmutableArray<StepPhrase> All { get; } =
    [
        Cards("a card {text} is shown", "A card \"Return 1 item of CM-7820\" is shown",
            "The card of that title is open.",
            (cards, words) => cards.Any(shown => shown is { Fate: "open" } && shown.Card.Card.Title == words["text"])),
        Cards("no card is shown", "No card is shown",
            "None is open.",
            (cards, _) => cards.All(shown => shown.Fate != "open")),
        Cards("the card {text} is {fate}", "The card \"Cancel CM-7890\" is expired",
            "What became of it: open, done, declined, expired, void, withdrawn, rejected, failed, or waiting for approval.",
            (cards, words) => words["fate"].Equals(
                cards.LastOrDefault(shown => shown.Card.Card.Title == words["text"]).Fate, StringComparison.OrdinalIgnoreCase)),
        new(StepKind.Must, "the card says {text}", "The card says \"$44.95 to Visa ending in 4242\"",
            "An open card has these words on it.",
            (stage, words, _) => OnEveryTab(stage, page =>
            {
                var shown = ShownCards.On(page, stage.Clock.GetUtcNow());
                var open = shown.Where(card => card.Fate == "open").Select(card => Words(card.Card.Card)).ToList();
                return open.Exists(card => card.Contains(words["text"], StringComparison.OrdinalIgnoreCase))
                    ? null
                    : open.Count == 0 ? "no card is open" : $"open: {string.Join(" | ", open)}";
            })),
        Receipts("a receipt {text} is shown", "A receipt \"CM-7890 canceled\" is shown",
            "A receipt's headline begins with these words.",
            (receipts, words) => receipts.Exists(receipt => receipt.Kind == ReceiptKind.Done && Begins(receipt, words["text"]))),
        Receipts("a refusal {text} is shown", "A refusal \"CM-7864 was not canceled\" is shown",
            "The app says that something was not done, and its headline begins with these words.",
            (receipts, words) => receipts.Exists(receipt => receipt.Kind == ReceiptKind.Refused && Begins(receipt, words["text"]))),
        Receipts("{count} receipt[s] {is} shown", "1 receipt is shown",
            "How many receipts there are in the conversation, refusals not counted.",
            (receipts, words) => receipts.Count(receipt => receipt.Kind == ReceiptKind.Done) == words.Count("count")),
    ];

    private static StepPhrase Cards(
        string form, string example, string meaning, Func<IEnumerable<(ActionProposed Card, string Fate)>, StepWords, bool> holds) =>
        new(StepKind.Must, form, example, meaning, (stage, words, _) => OnEveryTab(
            stage,
            page => holds(ShownCards.On(page, stage.Clock.GetUtcNow()), words) ? null : ShownCards.InWords(page, stage.Clock.GetUtcNow())));

    private static StepPhrase Receipts(string form, string example, string meaning, Func<List<Receipt>, StepWords, bool> holds) =>
        new(StepKind.Must, form, example, meaning, (stage, words, _) => OnEveryTab(stage, page =>
        {
            var receipts = page.Facts.Select(ReceiptOf).OfType<Receipt>().ToList();
            return holds(receipts, words) ? null
                : receipts.Count == 0 ? "no receipt is shown"
                : $"shown: {string.Join(", ", receipts.Select(receipt => $"\"{receipt.Headline}\""))}";
        }));

    private static Task<string?> OnEveryTab(ScenarioStage stage, Func<OpenTab, string?> look)
    {
        var tabs = stage.Visitor.Tabs;
        var (place, seen) = tabs.Select((tab, place) => (place + 1, look(tab))).FirstOrDefault(tab => tab.Item2 is not null);
        return Task.FromResult(seen is null || tabs.Count == 1 ? seen : $"in tab {place}: {seen}");
    }

    private static Receipt? ReceiptOf(ConversationEvent fact) => fact switch
    {
        ToolAnswered answered => answered.Receipt,
        OperationEnded ended => ended.Receipt,
        _ => null,
    };

    private static bool Begins(Receipt receipt, string words) => receipt.Headline.StartsWith(words, StringComparison.OrdinalIgnoreCase);

    private static string Words(ActionCard card) => string.Join("; ", (card.Total is null ? card.Lines : card.Lines.Add(card.Total))
        .Select(line => line.Before is null ? $"{line.Label}: {line.After}" : $"{line.Label}: {line.Before} → {line.After}")
        .Prepend(card.Title));
}
