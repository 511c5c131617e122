using System.Text.Json;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>The words of a card, where its events are at hand; and whether two cards ask for the same.</summary>
internal static class ProposedCards
{
    /// <returns>Null where the card is older than the events that were read.</returns>
    public static ActionProposed? Find(ConversationSnapshot known, PendingAction action) =>
        known.Events.Find(recorded => recorded.Number == action.ProposedAt)?.Event as ActionProposed;

    /// <summary>What the card asks, in a few words.</summary>
    public static string TitleOf(ConversationSnapshot known, PendingAction action) =>
        CardOf(known, action)?.Title ?? $"{action.Act.Replace('_', ' ')} {action.OrderId}".TrimEnd();

    /// <summary>The same of a card that may have ended already, of which then only the id is left.</summary>
    public static string TitleOf(ConversationSnapshot known, ActionId action) =>
        known.State.Actions.FirstOrDefault(each => each.Action == action) is { } pending ? $"“{TitleOf(known, pending)}”" : $"card {action}";

    private static ActionCard? CardOf(ConversationSnapshot known, PendingAction action) =>
        known.Events.Find(recorded => recorded.Number == action.ProposedAt)?.Event switch
        {
            ActionProposed proposed => proposed.Card,
            StaffActed acted => acted.Card,
            _ => null,
        };

    /// <summary>To the customer's eye they are one.</summary>
    public static bool LooksLike(this ActionCard card, ActionCard other) => Drawn(card) == Drawn(other);

    private static string Drawn(ActionCard card) => JsonSerializer.Serialize(card);
}
