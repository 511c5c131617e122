using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>Follows what concerns the customer as a whole: orders that changed, conversations begun in other windows.</summary>
public sealed class OwnNews(
    ConversationService conversations, CurrentCustomer customer, IStoreFaults faults, TimeProvider clock) : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = CancellationTokenSource.CreateLinkedTokenSource(customer.Ended);
    private Task _following = Task.CompletedTask;

    /// <summary>Follows until disposed.</summary>
    /// <param name="subscribed">Called whenever news flow from now on: what is shown has to be read (again).</param>
    /// <param name="arrived">Called for each item.</param>
    /// <param name="failed">Called when following has ended by a failure.</param>
    public void Follow(Func<CancellationToken, Task> subscribed, Func<FeedItem, CancellationToken, Task> arrived, Func<Exception, Task> failed) =>
        _following = new FeedFollowing(SubscribeAsync, subscribed, arrived, failed, faults, clock).FollowAsync(null, _closing.Token);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _following;
    }

    private async Task<IFeedSubscription?> SubscribeAsync(CancellationToken cancellationToken) =>
        await conversations.WatchOwnAsync(await customer.GetAsync(), cancellationToken);
}
