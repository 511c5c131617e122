using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Who answers the customer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Owner>))]
public enum Owner
{
    Assistant,

    /// <summary>Waiting for a person. Until one replies, the customer may return to the assistant.</summary>
    StaffQueue,

    /// <summary>The member of staff whom <see cref="Conversation.Answering"/> names.</summary>
    Staff,
}
