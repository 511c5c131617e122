using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Scenarios.Stage;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>The cards on a page, and what became of each.</summary>
internal static class ShownCards
{
    public static IEnumerable<(ActionProposed Card, string Fate)> On(OpenTab page, DateTimeOffset now) =>
        page.Facts.OfType<ActionProposed>().Select(card => (card, Fate(page, card.Action, now)));

    public static string InWords(OpenTab page, DateTimeOffset now)
    {
        var cards = On(page, now).Select(shown => $"\"{shown.Card.Card.Title}\" ({shown.Fate})").ToList();
        return cards.Count == 0 ? "no card was shown" : $"shown: {string.Join(", ", cards)}";
    }

    private static string Fate(OpenTab page, ActionId id, DateTimeOffset now) =>
        page.Facts.OfType<OperationEnded>().LastOrDefault(ended => ended.Action == id) is { } ended ? $"{ended.Ending}".ToLowerInvariant()
        : page.Seen.State.Actions.FirstOrDefault(action => action.Action == id) is { } pending ? Fate(pending, now)
        : page.Facts.OfType<ActionDeclined>().Any(declined => declined.Action == id) ? "declined"
        : page.Facts.OfType<ActionWithdrawn>().Any(withdrawn => withdrawn.Action == id) ? "withdrawn"
        : "expired";

    private static string Fate(PendingAction pending, DateTimeOffset now) => pending.Stage switch
    {
        ActionStage.Proposed => pending.IsOpen(now) ? "open" : "expired",
        ActionStage.AwaitingApproval => "waiting for approval",
        _ => "being carried out",
    };
}
