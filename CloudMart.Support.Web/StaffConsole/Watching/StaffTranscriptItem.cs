using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>A call of the assistant, on one line that opens.</summary>
/// <param name="Key">As in every item.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Call">What was asked for.</param>
/// <param name="Output">What the assistant was told; null while it is under way.</param>
/// <param name="Took">From the asking to the outcome.</param>
/// <param name="Changed">An order or a customer was changed.</param>
public sealed record ToolCallShown(
    string Key, DateTimeOffset At, ToolCall Call, string? Output = null, TimeSpan? Took = null, bool Changed = false)
    : TranscriptItem(Key, Speaker.Assistant, At);

/// <summary>A card, with what only staff see of it: the exact arguments, and why it needs their approval.</summary>
/// <param name="Key">As in every item.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Proposed">What was asked for.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="WhyApproval">Why it needs approval; null where it does not.</param>
/// <param name="AskedById">Their id.</param>
/// <param name="AskedBy">Who of the staff asked for it in the customer's place; null where the customer is asked.</param>
public sealed record StaffCardShown(
    string Key, DateTimeOffset At, ActionProposed Proposed, CardStage Stage, string? WhyApproval, string? AskedBy = null, string? AskedById = null)
    : TranscriptItem(Key, AskedBy is null ? Speaker.Assistant : Speaker.Desk, At);

/// <summary>A note among staff.</summary>
public sealed record NoteShown(string Key, DateTimeOffset At, string Name, string Text) : TranscriptItem(Key, Speaker.Desk, At);

/// <summary>A fact of the log on one small line, e.g. how a run ended.</summary>
public sealed record FactShown(string Key, DateTimeOffset At, string Text) : TranscriptItem(Key, Speaker.Desk, At);

/// <summary>What was decided on a card.</summary>
/// <param name="Action">The card.</param>
/// <param name="Approved">Whether it may be done; null where it is taken back from a customer who has not answered.</param>
/// <param name="Reason">For the customer where it may not.</param>
public sealed record CardDecision(ActionId Action, bool? Approved, string Reason = "");
