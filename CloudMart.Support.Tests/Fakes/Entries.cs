using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Entries for a log, in as few words as a test needs.</summary>
public static class Entries
{
    public static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static string NewConversation() => $"c-{Guid.NewGuid():N}";

    public static LogEntry Entry(string conversationId, long number, params ConversationEvent[] events) =>
        new(conversationId, Guid.NewGuid().ToString("N"), [.. events.Select((e, index) => new RecordedEvent(number + index, At, e))]);

    public static CustomerSaid Said(string text, string customerId = "customer-1") => new(customerId, $"m-{text.GetHashCode(StringComparison.Ordinal):x}", text);

    /// <summary>The events in their stored form, in which they can be compared.</summary>
    public static IEnumerable<string> Stored(this IEnumerable<RecordedEvent> events) =>
        events.Select(recorded => $"{recorded.Number} {ConversationEventJson.Write(new LogEntry("", "", [recorded]))}");
}
