using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant;

internal static class ConversationCustomer
{
    /// <summary>To whom the conversation belongs; without a name where the shop knows none.</summary>
    public static async Task<SignedInCustomer> OfAsync(
        this ICustomerDirectory customers, Conversation conversation, StorePatience patience, CancellationToken cancellationToken) =>
        await patience.SettleAsync(conversation, ct => customers.FindAsync(conversation.CustomerId, ct), cancellationToken)
        ?? new SignedInCustomer(conversation.CustomerId, "");
}
