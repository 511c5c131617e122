using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// Follows news for as long as a page is open, over every end of the stream: this watcher was too slow, or the feed or the store is out of
/// reach for a while. Runs on the dispatcher of the circuit that started it.
/// </summary>
/// <param name="subscribe">Subscribes (again); null where there is nothing to watch (any more).</param>
/// <param name="subscribed">Called whenever news flow again: what was missed meanwhile is to be read.</param>
/// <param name="arrived">Called for each item.</param>
/// <param name="failed">Called when following has ended by a failure: nobody waits for it, so it is told.</param>
/// <param name="faults">Which failures pass.</param>
/// <param name="clock">For the pauses.</param>
internal sealed class FeedFollowing(
    Func<CancellationToken, Task<IFeedSubscription?>> subscribe,
    Func<CancellationToken, Task> subscribed,
    Func<FeedItem, CancellationToken, Task> arrived,
    Func<Exception, Task> failed,
    IStoreFaults faults,
    TimeProvider clock)
{
    private static readonly TimeSpan BeforeSubscribingAgain = TimeSpan.FromMilliseconds(500);

    /// <summary>Follows until canceled. Never throws.</summary>
    /// <param name="first">A subscription made before what is shown was read, so that nothing was missed; null to subscribe here.</param>
    /// <param name="cancellationToken">The page is closed, or shows something else.</param>
    public async Task FollowAsync(IFeedSubscription? first, CancellationToken cancellationToken)
    {
        try
        {
            if (first is not null)
            {
                await TolerantlyAsync(() => ReadAsync(first, cancellationToken));
                await Task.Delay(BeforeSubscribingAgain, clock, cancellationToken);
            }

            while (true)
            {
                await TolerantlyAsync(() => FollowOnceAsync(cancellationToken));
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

    private async Task FollowOnceAsync(CancellationToken cancellationToken)
    {
        if (await subscribe(cancellationToken) is { } news)
        {
            await ReadAsync(news, cancellationToken, mayHaveMissed: true);
        }
    }

    private async Task TolerantlyAsync(Func<Task> follow)
    {
        try
        {
            await follow();
        }
        catch (Exception fault) when (faults.IsTransient(fault))
        {
            // Tried again after a pause; what is shown stays.
        }
    }

    private async Task ReadAsync(IFeedSubscription news, CancellationToken cancellationToken, bool mayHaveMissed = false)
    {
        await using (news)
        {
            if (mayHaveMissed)
            {
                await subscribed(cancellationToken);
            }

            await foreach (var item in news.ReadAllAsync(cancellationToken))
            {
                await arrived(item, cancellationToken);
            }
        }
    }
}
