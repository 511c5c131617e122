using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Where a conversation stands in the inbox of staff.</summary>
/// <param name="Section">Which list.</param>
/// <param name="StaffId">Whose it is, in <see cref="InboxSection.Staff"/>.</param>
/// <param name="Since">Since when it stands there.</param>
public sealed record InboxPlace(InboxSection Section, string? StaffId, DateTimeOffset Since);

/// <summary>The lists of the inbox. Every conversation stands in exactly one.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InboxSection>))]
public enum InboxSection
{
    /// <summary>The assistant answers, and nothing is amiss.</summary>
    Assistant,

    /// <summary>Somebody of the staff should look: see <see cref="Conversation.Attention"/>.</summary>
    Attention,

    /// <summary>A member of staff answers.</summary>
    Staff,

    /// <summary>Nothing is left to do.</summary>
    Resolved,
}

/// <summary>Why somebody of the staff should look at a conversation.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<AttentionReasons>))]
public enum AttentionReasons
{
    None = 0,

    /// <summary>The conversation was handed over, and nobody has taken it.</summary>
    WaitingForPerson = 1,

    /// <summary>The customer wrote the same again.</summary>
    AskedTwice = 2,

    /// <summary>Two things in a row were refused by the rules.</summary>
    RefusedTwice = 4,

    /// <summary>The newest run failed.</summary>
    RunFailed = 8,

    /// <summary>A change waits for staff's approval.</summary>
    ApprovalWaiting = 16,
}
