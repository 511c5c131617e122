using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>What the browser's outbox learns of a message.</summary>
/// <param name="ConversationId">Where it stands.</param>
/// <param name="Refusal">Why it is not taken, for the customer; null otherwise.</param>
/// <param name="RetryAfter">When to send it again, in milliseconds; null when it stands or is refused.</param>
public sealed record Delivery(string? ConversationId, string? Refusal = null, double? RetryAfter = null)
{
    internal static Delivery Of(SayResult result, string? conversationId) => result switch
    {
        MessageKept kept => new(kept.Conversation.State.Id),
        MessageRefused refused => new(conversationId, refused.Reason),
        TooManyMessages limited => new(conversationId, RetryAfter: limited.RetryAfter.TotalMilliseconds),
        _ => new(conversationId, "This conversation can’t be continued. Start a new one and send it there."),
    };
}
