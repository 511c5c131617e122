using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

public enum Speaker
{
    Customer,
    Assistant,

    /// <summary>A member of staff.</summary>
    Staff,

    /// <summary>Facts between the two: a hand-over, an interruption.</summary>
    Desk,
}

/// <summary>One thing in the transcript.</summary>
/// <param name="Key">Stays the same for as long as the thing is shown, even while it changes what it shows.</param>
/// <param name="Speaker">Whose.</param>
/// <param name="At">When.</param>
public abstract record TranscriptItem(string Key, Speaker Speaker, DateTimeOffset At)
{
    /// <summary>The number of the event that brought it.</summary>
    public long Number { get; init; }
}

/// <summary>The customer's words.</summary>
public sealed record CustomerWords(string Key, DateTimeOffset At, string MessageId, string Text)
    : TranscriptItem(Key, Speaker.Customer, At);

/// <summary>The assistant's words, complete; with <paramref name="Interruption"/> where they were cut off.</summary>
public sealed record AssistantWords(string Key, DateTimeOffset At, string Text, string? Interruption = null)
    : TranscriptItem(Key, Speaker.Assistant, At);

/// <summary>The words of a member of staff, as they were written.</summary>
public sealed record StaffWords(string Key, DateTimeOffset At, string Name, string Text) : TranscriptItem(Key, Speaker.Staff, At);

/// <summary>Words that are just being written; the browser appends to them.</summary>
public sealed record WordsInTheMaking(string Key, DateTimeOffset At) : TranscriptItem(Key, Speaker.Assistant, At);

/// <summary>What the assistant is doing; the receipt or the card of the same key takes its place.</summary>
public sealed record WorkInProgress(string Key, DateTimeOffset At, string Doing) : TranscriptItem(Key, Speaker.Assistant, At);

/// <summary>A finished operation.</summary>
public sealed record ReceiptShown(string Key, DateTimeOffset At, Receipt Receipt) : TranscriptItem(Key, Speaker.Assistant, At);

/// <summary>An operation that the customer is, or was, asked to agree to; it takes the place of the work that asked.</summary>
public sealed record CardShown(
    string Key, DateTimeOffset At, ActionId Action, ActionCard Card, DateTimeOffset ExpiresAt, CardStage Stage)
    : TranscriptItem(Key, Speaker.Assistant, At);

/// <summary>A line of the desk.</summary>
public sealed record Notice(string Key, DateTimeOffset At, string Text) : TranscriptItem(Key, Speaker.Desk, At);

/// <summary>What stands below came while the reader was away.</summary>
public sealed record UnreadBelow(string Key, DateTimeOffset At) : TranscriptItem(Key, Speaker.Desk, At);
