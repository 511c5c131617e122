using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>A card that has not ended. Its words are in the log only, so that the conversation's head stays small.</summary>
/// <param name="Action">Which.</param>
/// <param name="ProposedAt">The number of its <see cref="ActionProposed"/>, or <see cref="StaffActed"/>.</param>
/// <param name="Act">The tool.</param>
/// <param name="OrderId">The order; null where it is about none.</param>
/// <param name="ExpiresAt">From then on nobody can agree to it any more.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="StaffId">Who of the staff asked for it in the customer's place; null where the customer is, or was, asked.</param>
public sealed record PendingAction(
    ActionId Action,
    long ProposedAt,
    string Act,
    string? OrderId,
    DateTimeOffset ExpiresAt,
    ActionStage Stage = ActionStage.Proposed,
    string? StaffId = null)
{
    /// <summary>How often it has been taken up again outside of a run.</summary>
    public int Resumes { get; init; }

    /// <summary>The worker has something to do for it.</summary>
    [JsonIgnore]
    public bool IsDue => Stage is ActionStage.Confirmed or ActionStage.Approved or ActionStage.Rejected;

    /// <summary>The customer can still agree to it.</summary>
    public bool IsOpen(DateTimeOffset now) => Stage == ActionStage.Proposed && now < ExpiresAt;
}

[JsonConverter(typeof(JsonStringEnumConverter<ActionStage>))]
public enum ActionStage
{
    /// <summary>The customer is asked.</summary>
    Proposed,

    /// <summary>The customer has agreed.</summary>
    Confirmed,

    /// <summary>Staff are asked.</summary>
    AwaitingApproval,

    /// <summary>Staff have agreed too.</summary>
    Approved,

    /// <summary>Staff have not.</summary>
    Rejected,
}
