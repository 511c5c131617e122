using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>A run's status, in the Assistants protocol's words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunStatus>))]
public enum RunStatus
{
    [JsonStringEnumMemberName("queued")] Queued,
    [JsonStringEnumMemberName("in_progress")] InProgress,
    [JsonStringEnumMemberName("requires_action")] RequiresAction,
    [JsonStringEnumMemberName("cancelling")] Cancelling,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("failed")] Failed,
    [JsonStringEnumMemberName("completed")] Completed,
    [JsonStringEnumMemberName("incomplete")] Incomplete,
    [JsonStringEnumMemberName("expired")] Expired,
}

/// <summary>Why a run ended as it did.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunEndReason>))]
public enum RunEndReason
{
    /// <summary>It answered.</summary>
    Answered,

    /// <summary>The customer wrote something newer, which the next run covers.</summary>
    Superseded,

    /// <summary>The customer pressed Stop.</summary>
    StoppedByCustomer,

    /// <summary>It reached <c>Assistant:MaxSteps</c>, <c>Assistant:MaxRunTime</c> or another bound.</summary>
    BoundReached,

    /// <summary>The provider could not be used.</summary>
    ProviderFailed,

    /// <summary>The provider declined to answer, or cut the answer off.</summary>
    ProviderDeclined,

    /// <summary>A member of staff took over.</summary>
    TakenOver,
}
