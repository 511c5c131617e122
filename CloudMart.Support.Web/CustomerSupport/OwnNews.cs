using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// Follows what concerns the customer as a whole: orders that changed, conversations begun in other windows. Runs on the dispatcher of
/// the circuit that started it.
/// </summary>
public sealed class OwnNews(
    ConversationService conversations, CurrentCustomer customer, IStoreFaults faults, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan BeforeSubscribingAgain = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _closing = new();
    private Task _following = Task.CompletedTask;

    /// <summary>Follows until disposed.</summary>
    /// <param name="subscribed">Called whenever news flow from now on: what is shown has to be read (again).</param>
    /// <param name="arrived">Called for each item.</param>
    /// <param name="failed">Called when following has ended by a failure.</param>
    public void Follow(Func<CancellationToken, Task> subscribed, Func<FeedItem, CancellationToken, Task> arrived, Func<Exception, Task> failed) =>
        _following = FollowAsync(subscribed, arrived, failed, _closing.Token);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _following;
    }

    private async Task FollowAsync(
        Func<CancellationToken, Task> subscribed,
        Func<FeedItem, CancellationToken, Task> arrived,
        Func<Exception, Task> failed,
        CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await FollowOnceAsync(subscribed, arrived, cancellationToken);
                await Task.Delay(BeforeSubscribingAgain, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
        catch (Exception failure)
        {
            await failed(failure);
        }
    }

    private async Task FollowOnceAsync(
        Func<CancellationToken, Task> subscribed, Func<FeedItem, CancellationToken, Task> arrived, CancellationToken cancellationToken)
    {
        try
        {
            await using var news = await conversations.WatchOwnAsync(await customer.GetAsync(), cancellationToken);
            await subscribed(cancellationToken);
            await foreach (var item in news.ReadAllAsync(cancellationToken))
            {
                await arrived(item, cancellationToken);
            }
        }
        catch (Exception fault) when (faults.IsTransient(fault))
        {
            // The store is away for a while: what is shown stays, and is read again when it is back.
        }
    }
}
