using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>What became of a message.</summary>
public abstract record SayResult;

/// <summary>It stands in the log, now or since an earlier send of the same message id.</summary>
/// <param name="Conversation">The conversation with the message.</param>
/// <param name="Number">The message's number.</param>
public sealed record MessageKept(ConversationSnapshot Conversation, long Number) : SayResult;

/// <summary>There is no such conversation for this customer: not begun, or somebody else's, which is the same answer.</summary>
public sealed record NoSuchConversation : SayResult;

/// <summary>The message can't be taken as it is.</summary>
/// <param name="Reason">A sentence for the customer.</param>
public sealed record MessageRefused(string Reason) : SayResult;

/// <summary>The customer writes more often than <c>RateLimit:MessagesPerMinute</c>.</summary>
/// <param name="RetryAfter">When the next message will be taken.</param>
public sealed record TooManyMessages(TimeSpan RetryAfter) : SayResult;

/// <summary>The message stands, and the caller waited for what became of it.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Text">The assistant's words since the message, Markdown; empty where it has said nothing yet.</param>
/// <param name="Status">How it stands.</param>
public sealed record MessageAnswered(string ConversationId, string Text, AnswerStatus Status) : SayResult;

[JsonConverter(typeof(JsonStringEnumConverter<AnswerStatus>))]
public enum AnswerStatus
{
    [JsonStringEnumMemberName("answered")] Answered,

    /// <summary>A card waits for the customer's yes or no.</summary>
    [JsonStringEnumMemberName("waiting_for_confirmation")] WaitingForConfirmation,

    /// <summary>A person will answer.</summary>
    [JsonStringEnumMemberName("with_staff")] WithStaff,

    /// <summary>The run goes on; its events tell how it ends.</summary>
    [JsonStringEnumMemberName("still_running")] StillRunning,
}
