using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>What a page opens when the browser has no wish: the conversation from the last 24 hours that still owes the customer something.</summary>
public sealed class OwedConversation(ConversationService conversations, CurrentCustomer customer, TimeProvider clock)
{
    private const int LookedAt = 3;

    private static readonly TimeSpan StillFresh = TimeSpan.FromHours(24);

    /// <returns>Null where none does.</returns>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        var who = await customer.GetAsync();
        var newest = await conversations.ListAsync(who, LookedAt, null, cancellationToken);
        foreach (var summary in newest.Conversations.Where(each => each.StartedAt > clock.GetUtcNow() - StillFresh))
        {
            if (await conversations.OpenAsync(who, summary.ConversationId, 1, cancellationToken) is { State.OwesAnswer: true })
            {
                return summary.ConversationId;
            }
        }

        return null;
    }
}
