using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>How an operation ended that the customer had agreed to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperationEnding>))]
public enum OperationEnding
{
    /// <summary>It took effect.</summary>
    Done,

    /// <summary>What the card showed no longer held: its checks, its items or its money. Nothing was changed.</summary>
    Void,

    /// <summary>Staff did not approve it. Nothing was changed.</summary>
    Rejected,

    /// <summary>It could not be carried out. Nothing was changed.</summary>
    Failed,
}
