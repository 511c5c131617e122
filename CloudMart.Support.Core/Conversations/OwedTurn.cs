using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations;

/// <summary>What was appended and is owed an answer.</summary>
/// <param name="Known">The conversation after it. It spares the worker a read; where it is stale, the first append tells.</param>
/// <param name="Mark">The mark that was set before the append.</param>
/// <param name="Customer">Whose conversation it is; null where it was not the customer who acted.</param>
/// <param name="Claim">By which the run that began in the same entry is ours; null where none did.</param>
public sealed record OwedTurn(ConversationSnapshot Known, OwedMark Mark, SignedInCustomer? Customer = null, string? Claim = null);
