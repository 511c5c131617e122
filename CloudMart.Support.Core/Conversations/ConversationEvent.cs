using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// A past-tense fact of a conversation. Facts are never changed: a wrong one is followed by another.
/// The stored name is the record's name; a change of shape raises its version in <see cref="ConversationEventJson"/>.
/// </summary>
public abstract record ConversationEvent;

/// <summary>The customer wrote. The first one begins the conversation.</summary>
/// <param name="CustomerId">Who was signed in.</param>
/// <param name="MessageId">The browser's id for this message: a second send of the same id is the same message.</param>
/// <param name="Text">1 to 4,000 characters, as written.</param>
public sealed record CustomerSaid(string CustomerId, string MessageId, string Text) : ConversationEvent
{
    /// <summary>How they were signed in when they wrote it; null in what older releases wrote.</summary>
    public SignInWay? Way { get; init; }
}

/// <summary>A run began; it answers everything that the customer has said before this number.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Claim">Who is running it: a fresh id, so that a node that was overtaken recognises that it was.</param>
public sealed record RunStarted(string RunId, string Claim) : ConversationEvent;

/// <summary>Another worker took over a run whose own worker was gone. From here on only this claim may go on.</summary>
public sealed record RunResumed(string RunId, string Claim) : ConversationEvent;

/// <summary>The customer pressed Stop. The run ends at its next safe point.</summary>
public sealed record RunStopRequested(string RunId) : ConversationEvent;

/// <summary>
/// A thread was opened at the provider, in which nothing was begun before this stood here: whoever goes on after a crash finds what the run
/// has going there.
/// </summary>
/// <param name="RunId">The run for which it was opened.</param>
/// <param name="ProviderState">As in <see cref="ToolRequested"/>.</param>
public sealed record ProviderThreadOpened(string RunId, string ProviderState) : ConversationEvent;

/// <summary>The assistant asked for tools; logged before any of them is executed.</summary>
/// <param name="RunId">The run that asked.</param>
/// <param name="Text">What the assistant said before asking; may be empty.</param>
/// <param name="Calls">Every call of this step, in the provider's order. A call's identity is this event's number and its index here.</param>
/// <param name="ProviderState">What the provider's adapter wants back on the next step; opaque to everybody else.</param>
/// <param name="Usage">Tokens of the step, where the provider said.</param>
/// <param name="AnswerBy">Until when the provider waits for the outputs, where it said.</param>
public sealed record ToolRequested(
    string RunId,
    string Text,
    ImmutableArray<ToolCall> Calls,
    string? ProviderState = null,
    TokenUsage? Usage = null,
    DateTimeOffset? AnswerBy = null) : ConversationEvent;

/// <summary>A call's outcome. For a change it is committed in one transaction with the change itself.</summary>
/// <param name="RunId">The run that the call belongs to.</param>
/// <param name="RequestedAt">The number of the <see cref="ToolRequested"/>.</param>
/// <param name="Index">The call's place in it, from 0.</param>
/// <param name="Output">Exactly the text that the assistant gets, on the first submit as on every later one.</param>
/// <param name="Changed">Whether an order or a customer was changed.</param>
/// <param name="Receipt">What the page draws for it; null for reads and for errors only the assistant needs to know.</param>
/// <param name="Tool">The tool that decided; null where what was asked for names none, or nobody decided.</param>
public sealed record ToolAnswered(
    string RunId, long RequestedAt, int Index, string Output, bool Changed = false, Receipt? Receipt = null, string? Tool = null) : ConversationEvent;

/// <summary>The assistant's words.</summary>
/// <param name="RunId">The run that said them.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Interrupted">The customer saw these words, but the answer was cut off here.</param>
/// <param name="ProviderState">As in <see cref="ToolRequested"/>.</param>
/// <param name="Usage">Tokens of the step, where the provider said.</param>
public sealed record AssistantSaid(
    string RunId, string Text, bool Interrupted = false, string? ProviderState = null, TokenUsage? Usage = null) : ConversationEvent;

/// <summary>
/// The assistant's words claimed that something was done of which the log knows nothing. They were not said; whoever watched them being
/// written saw them withdrawn.
/// </summary>
/// <param name="RunId">The run.</param>
/// <param name="Claim">The sentence, for the assistant and for staff.</param>
/// <param name="ProviderState">As in <see cref="ToolRequested"/>.</param>
/// <param name="Usage">Tokens of the step, where the provider said.</param>
public sealed record AnswerWithheld(string RunId, string Claim, string? ProviderState = null, TokenUsage? Usage = null) : ConversationEvent;

/// <summary>The run is over.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Status">One of the protocol's five terminal statuses.</param>
/// <param name="Reason">Why it did not complete.</param>
/// <param name="Usage">Tokens of its last step, where nothing that was logged of that step has them.</param>
public sealed record RunEnded(
    string RunId, RunStatus Status, RunEndReason Reason = RunEndReason.Answered, TokenUsage? Usage = null) : ConversationEvent;

/// <summary>
/// The provider was told that nobody waits for what the run held there. What was stopped has its price too, of which the provider may tell only
/// now, after the run's end here.
/// </summary>
/// <param name="RunId">The run.</param>
/// <param name="ProviderState">As in <see cref="ToolRequested"/>.</param>
/// <param name="Usage">Tokens of which nothing else in the log tells.</param>
public sealed record RunLetGo(string RunId, string? ProviderState = null, TokenUsage? Usage = null) : ConversationEvent;

/// <summary>
/// The customer is asked to agree to an operation: a card with buttons. Its identity is that of the call which asked for it, and so is the
/// operation's; what is done is exactly what stands here.
/// </summary>
/// <param name="Action">The call that asked for it.</param>
/// <param name="Act">The tool, e.g. <c>return_items</c>.</param>
/// <param name="Arguments">The tool's arguments, as they were checked.</param>
/// <param name="Card">What the customer sees.</param>
/// <param name="ExpiresAt">From then on nobody can agree to it any more.</param>
public sealed record ActionProposed(ActionId Action, string Act, string Arguments, ActionCard Card, DateTimeOffset ExpiresAt) : ConversationEvent;

/// <summary>The customer agreed; the operation is to be carried out.</summary>
/// <param name="Action">The card.</param>
/// <param name="By">The customer's id.</param>
/// <param name="SaidAt">The number of the message that says so; null for the card's button.</param>
public sealed record ActionConfirmed(ActionId Action, string By, long? SaidAt = null) : ConversationEvent;

/// <summary>The customer wants everything left as it is.</summary>
/// <param name="Action">The card.</param>
/// <param name="By">The customer's id.</param>
/// <param name="SaidAt">The number of the message that says so; null for the card's button.</param>
public sealed record ActionDeclined(ActionId Action, string By, long? SaidAt = null) : ConversationEvent;

/// <summary>The card was taken back before the customer answered it: by staff, or because another one took its place.</summary>
/// <param name="Action">The card.</param>
/// <param name="By">The member of staff's id; null where a newer card for the same order took its place.</param>
public sealed record ActionWithdrawn(ActionId Action, string? By = null) : ConversationEvent;

/// <summary>The customer has agreed, and somebody of the staff has to agree as well.</summary>
/// <param name="Action">The card.</param>
/// <param name="Why">One sentence for staff.</param>
public sealed record ApprovalRequested(ActionId Action, string Why) : ConversationEvent;

/// <summary>Staff have decided; once.</summary>
/// <param name="Action">The card.</param>
/// <param name="Approved">Whether it may be done.</param>
/// <param name="By">The member of staff's id.</param>
/// <param name="Reason">For the customer where it was rejected; may be empty.</param>
public sealed record ApprovalDecided(ActionId Action, bool Approved, string By, string Reason) : ConversationEvent;

/// <summary>Another worker takes up an operation that was agreed to and that nobody has ended, outside of a run.</summary>
/// <param name="Action">The card.</param>
public sealed record OperationResumed(ActionId Action) : ConversationEvent;

/// <summary>What became of an operation that was agreed to. For a change it is committed in one transaction with the change itself.</summary>
/// <param name="Action">The card.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="Output">What the assistant is told of it.</param>
/// <param name="Receipt">What the page draws.</param>
public sealed record OperationEnded(ActionId Action, OperationEnding Ending, string Output, Receipt? Receipt) : ConversationEvent;

/// <summary>
/// A sweep found a mark and no message: it takes the number, so that a writer who was paused between
/// marking and appending has to look again instead of leaving a message that nobody will answer.
/// </summary>
public sealed record NothingWasOwed : ConversationEvent;

/// <summary>A fact written by another release: kept, shown to nobody, skipped by the fold.</summary>
public sealed record UnknownEvent(string Name, int Version, JsonElement Content) : ConversationEvent;
