using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Why a conversation was handed to staff.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandOverCause>))]
public enum HandOverCause
{
    /// <summary>Not known: logged by a release that did not say.</summary>
    Other,

    /// <summary>The customer asked for a person.</summary>
    CustomerAsked,

    /// <summary>The assistant thought that a person should look.</summary>
    AssistantAsked,

    /// <summary>The assistant reached a bound of its work.</summary>
    GaveUp,

    /// <summary>The assistant can't be reached, or broke.</summary>
    AssistantAway,
}
