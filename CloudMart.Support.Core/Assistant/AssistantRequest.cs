using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Everything that an assistant may know for one step.</summary>
/// <param name="ConversationId">For correlation only.</param>
/// <param name="RunId">The run; steps of one run share it.</param>
/// <param name="Step">Which step of the run, from 0.</param>
/// <param name="Customer">Whose conversation it is.</param>
/// <param name="Thread">The thread rebuilt from the log: whole turns, newest last, every call with its output.</param>
/// <param name="Tools">What may be asked for; empty on the last step that the bounds allow.</param>
/// <param name="ProviderState">What this provider asked to get back, from its newest logged step; null at first.</param>
/// <param name="Deadline">When the run's time is up.</param>
public sealed record AssistantRequest(
    string ConversationId,
    string RunId,
    int Step,
    SignedInCustomer Customer,
    ImmutableArray<ThreadItem> Thread,
    ImmutableArray<ToolDescription> Tools,
    string? ProviderState,
    DateTimeOffset Deadline)
{
    /// <summary>Something has been changed in the run: it must not be begun anew as if nothing had happened.</summary>
    public bool HasChanged { get; init; }

    /// <summary>
    /// The run has changed workers, or another was to answer the same message before it: that one may have asked for this very step, and
    /// nobody heard what came of it.
    /// </summary>
    public bool IsResumed { get; init; }
}

/// <summary>One item of a thread, in the order of the log. <paramref name="Number"/> is the event's number, for correlation.</summary>
public abstract record ThreadItem(long Number);

/// <summary>The customer's words.</summary>
public sealed record CustomerMessage(long Number, string Text) : ThreadItem(Number);

/// <summary>The assistant's words.</summary>
/// <param name="Number">The event's number.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Interrupted">The answer was cut off here by a newer message or by Stop.</param>
public sealed record AssistantMessage(long Number, string Text, bool Interrupted = false) : ThreadItem(Number);

/// <summary>A step that asked for tools, with all outputs (in the calls' order), because a call without its output is never sent.</summary>
/// <param name="Number">The number of the <see cref="ToolRequested"/>.</param>
/// <param name="RunId">The run that asked.</param>
/// <param name="Text">Said before asking; may be empty.</param>
/// <param name="Calls">Every call with its output.</param>
public sealed record ToolRound(long Number, string RunId, string Text, ImmutableArray<AnsweredCall> Calls) : ThreadItem(Number);

/// <summary>
/// What became of a card: the customer agreed or declined, staff decided, or it was carried out. The app says so, not the customer and not the
/// assistant.
/// </summary>
/// <param name="Number">The event's number.</param>
/// <param name="Text">A JSON object with <c>outcome</c>, <c>action</c>, <c>orderId</c> and <c>message</c>.</param>
public sealed record DeskNote(long Number, string Text) : ThreadItem(Number);

/// <summary>
/// Words of the assistant that the customer did not get, because they claim a change that was not made. The app says so; what is to be said
/// instead is for the assistant to find.
/// </summary>
/// <param name="Number">The number of the <see cref="AnswerWithheld"/>.</param>
/// <param name="Text">A JSON object with <c>outcome</c> and <c>message</c>.</param>
public sealed record WithheldAnswer(long Number, string Text) : ThreadItem(Number);

/// <summary>What a member of staff wants written for them. The customer said nothing of it and never sees it.</summary>
public sealed record StaffRequest(long Number, string Text) : ThreadItem(Number);

/// <summary>A call and what it was answered.</summary>
public sealed record AnsweredCall(ToolCall Call, string Output);

/// <summary>What a provider needs to know of a tool.</summary>
/// <param name="Name">In snake case.</param>
/// <param name="Description">For the model.</param>
/// <param name="Parameters">A JSON schema (strict: every property required, optional ones nullable, no others), as text.</param>
public sealed record ToolDescription(string Name, string Description, string Parameters);
