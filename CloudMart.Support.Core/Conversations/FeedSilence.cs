using System.Runtime.CompilerServices;

namespace CloudMart.Support.Core.Conversations;

internal static class FeedSilence
{
    /// <summary>The subscription's items, and null whenever none has come for <paramref name="silence"/>.</summary>
    public static async IAsyncEnumerable<FeedItem?> ReadOrSilenceAsync(
        this IFeedSubscription subscription, TimeSpan silence, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var items = subscription.ReadAllAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        var next = items.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (!await ComesWithinAsync(next, silence, clock, cancellationToken))
                {
                    yield return null;
                    continue;
                }

                if (!await next)
                {
                    yield break;
                }

                yield return items.Current;
                next = items.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An iterator can't be disposed while it waits for its next item.
            await ending.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await items.DisposeAsync();
        }
    }

    private static async Task<bool> ComesWithinAsync(
        Task<bool> next, TimeSpan silence, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(silence, clock, cancellationToken);
            return true;
        }
        catch (TimeoutException) when (!next.IsCompleted)
        {
            return false;
        }
    }
}
