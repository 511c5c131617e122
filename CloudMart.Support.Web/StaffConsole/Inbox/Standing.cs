using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Inbox;

/// <summary>How a conversation stands, as a dot and a word.</summary>
/// <param name="Tone">Of the dot: <c>amber</c>, <c>accent</c>, <c>ring</c> or <c>quiet</c>.</param>
/// <param name="Word">What the dot means.</param>
internal sealed record Standing(string Tone, string Word)
{
    /// <summary>The reasons for attention, the most pressing first.</summary>
    public static readonly AttentionReasons[] Reasons =
    [
        AttentionReasons.ApprovalWaiting, AttentionReasons.WaitingForPerson, AttentionReasons.RunFailed, AttentionReasons.RefusedTwice,
        AttentionReasons.AskedTwice,
    ];

    public static Standing Of(Conversation state, string staffId) => state switch
    {
        { IsResolved: true } => new("quiet", "Resolved"),
        _ when state.Attention != AttentionReasons.None && (state.Owner != Owner.Staff || state.Attention.HasFlag(AttentionReasons.ApprovalWaiting)) =>
            new("amber", InWords(Reasons.First(reason => state.Attention.HasFlag(reason)))),
        { Answering: { } person } => new("accent", person.StaffId == staffId ? "You" : person.Name),
        { Run.OpenCalls: [{ Call.Name: var tool }, ..] } => new("ring", tool),
        { Run: not null } => new("ring", "Answering"),
        _ => new("quiet", "Assistant"),
    };

    public static string InWords(AttentionReasons reason) => reason switch
    {
        AttentionReasons.WaitingForPerson => "Waiting for a person",
        AttentionReasons.AskedTwice => "Asked twice",
        AttentionReasons.RefusedTwice => "Refused twice",
        AttentionReasons.RunFailed => "Run failed",
        AttentionReasons.ApprovalWaiting => "Approval waiting",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
