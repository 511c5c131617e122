using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant;

/// <summary>A conversation to look after.</summary>
/// <param name="Known">As it was last read.</param>
/// <param name="Mark">The mark as it was last seen.</param>
/// <param name="AppendedSince">
/// Something was appended after the mark was seen. Only then may the mark be cleared: whoever marked before and has not appended yet
/// will lose the number and mark again.
/// </param>
/// <param name="Customer">Whose it is; null where that is to be looked up.</param>
/// <param name="Claim">By which its live run is ours already; null where none is.</param>
internal sealed record RunTicket(
    ConversationSnapshot Known, OwedMark Mark, bool AppendedSince, SignedInCustomer? Customer = null, string? Claim = null)
{
    /// <summary>The run that was live when the worker let go of the conversation, for the log.</summary>
    public string RunId { get; set; } = "none";
}
