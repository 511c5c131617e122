using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// Who is writing in the conversation that a page has open: whoever pressed a key lately and has not sent what they wrote. Everything here
/// runs on the circuit's dispatcher.
/// </summary>
internal sealed class FollowedPresence : IAsyncDisposable
{
    /// <summary>Twice as long as a browser waits between two keys that it tells of.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(6);

    private readonly OrderedDictionary<string, DateTimeOffset> _until = [];
    private readonly CancellationTokenSource _leaving;
    private readonly Func<FeedItem, string?> _whoTypes;
    private readonly Func<Task> _changed;
    private readonly TimeProvider _clock;
    private readonly ExpiryWatch _expiry;
    private readonly Task _following;

    /// <param name="subscribe">Subscribes (again); null where there is nothing to be told.</param>
    /// <param name="whoTypes">The name of whoever the item says is writing; null where it says something else.</param>
    /// <param name="changed">Called whenever there is something to be drawn.</param>
    /// <param name="failed">Following or drawing has failed.</param>
    /// <param name="faults">Which failures pass.</param>
    /// <param name="clock">The time.</param>
    /// <param name="ended">The reader's sign-in has ended.</param>
    public FollowedPresence(
        Func<CancellationToken, Task<IFeedSubscription?>> subscribe,
        Func<FeedItem, string?> whoTypes,
        Func<Task> changed,
        Func<Exception, Task> failed,
        IStoreFaults faults,
        TimeProvider clock,
        CancellationToken ended)
    {
        (_whoTypes, _changed, _clock) = (whoTypes, changed, clock);
        _leaving = CancellationTokenSource.CreateLinkedTokenSource(ended);
        _expiry = new ExpiryWatch(clock, ChangedAsync, failed);
        _following = new FeedFollowing(subscribe, _ => changed(), TakeAsync, failed, faults, clock).FollowAsync(null, _leaving.Token);
    }

    /// <summary>In the order in which they began.</summary>
    public IEnumerable<string> Writing => _until.Where(pair => pair.Value > _clock.GetUtcNow()).Select(pair => pair.Key);

    /// <summary>What <paramref name="name"/> wrote is there.</summary>
    public void Sent(string name) => _until.Remove(name);

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _following;
        await _expiry.DisposeAsync();
        _leaving.Dispose();
    }

    private async Task TakeAsync(FeedItem item, CancellationToken cancellationToken)
    {
        if (_whoTypes(item) is { } name)
        {
            _until[name] = _clock.GetUtcNow() + Lasts;
        }

        await ChangedAsync();
    }

    private Task ChangedAsync()
    {
        var now = _clock.GetUtcNow();
        foreach (var gone in _until.Where(pair => pair.Value <= now).Select(pair => pair.Key).ToList())
        {
            _until.Remove(gone);
        }

        _expiry.WaitFor(_until.Count == 0 ? null : _until.Values.Min());
        return _changed();
    }
}
