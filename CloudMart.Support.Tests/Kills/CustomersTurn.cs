using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Tests.Kills;

/// <summary>One message, in a conversation of its own, and what its sender has heard of it.</summary>
/// <param name="Account">Who sends it.</param>
/// <param name="MessageId">Under which it is sent, as often as it takes.</param>
/// <param name="Text">What it says.</param>
/// <param name="OrderId">The order that it cancels; null for a question.</param>
/// <param name="Leaves">Its sender closes the browser when the connection breaks, unless the message had not even arrived.</param>
internal sealed record CustomersTurn(string Account, string MessageId, string Text, string? OrderId, bool Leaves)
{
    public string ConversationId { get; } = ConversationService.FirstIdFor(new SignedInCustomer(Account, ""), MessageId);

    /// <summary>Null until a server lived long enough to give it.</summary>
    public CustomersReply? Reply { get; set; }
}

internal sealed record CustomersReply(string ThreadId, string Response, string Status);
