using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Staff;

/// <summary>
/// Who of the staff has a conversation open, and who is writing in it, as far as this node's pages tell. It is weather, not climate:
/// nothing of it is stored, and what is lost is told again by the next key.
/// </summary>
public sealed class ConversationPresence(IConversationFeed feed)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImmutableList<SignedInStaff>> _watching = [];

    /// <summary>Everybody of the staff who has the conversation open, each once.</summary>
    public ImmutableArray<SignedInStaff> WatchersOf(string conversationId)
    {
        lock (_gate)
        {
            return [.. _watching.GetValueOrDefault(conversationId, []).DistinctBy(each => each.StaffId)];
        }
    }

    /// <summary>A page of <paramref name="who"/> opened the conversation; disposing what is returned says that it was closed.</summary>
    public async Task<IAsyncDisposable> EnterAsync(SignedInStaff who, string conversationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        await ChangeAsync(conversationId, list => list.Add(who), cancellationToken);
        return new Stay(() => ChangeAsync(conversationId, list => list.Remove(who), CancellationToken.None));
    }

    /// <summary>A member of staff pressed a key.</summary>
    public ValueTask StaffTypesAsync(SignedInStaff who, string conversationId, bool isNote, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(who);
        return feed.PublishAsync(new StaffTypes(conversationId, who.StaffId, who.Name, isNote), cancellationToken);
    }

    /// <summary>The customer pressed a key. Nobody is told unless somebody watches, and never of a conversation that is not theirs.</summary>
    /// <param name="who">Who is signed in.</param>
    /// <param name="own">The conversation that their page has open.</param>
    /// <param name="cancellationToken">Cancels telling.</param>
    public ValueTask CustomerTypesAsync(SignedInCustomer who, Conversation own, CancellationToken cancellationToken) =>
        own.CustomerId == who.CustomerId && WatchersOf(own.Id).Length > 0
            ? feed.PublishAsync(new CustomerTypes(own.Id), cancellationToken)
            : ValueTask.CompletedTask;

    /// <summary>News of who is there, for staff.</summary>
    public ValueTask<IFeedSubscription> FollowAsync(SignedInStaff by, string conversationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        return feed.SubscribeAsync(FeedTopic.OfPresence(conversationId), cancellationToken);
    }

    /// <summary>News of who is there, for the customer, whose page shows no more than that the person who answers them is writing to them.</summary>
    public async ValueTask<IFeedSubscription?> FollowOwnAsync(SignedInCustomer by, Conversation own, CancellationToken cancellationToken) =>
        own.CustomerId == by.CustomerId ? await feed.SubscribeAsync(FeedTopic.OfPresence(own.Id), cancellationToken) : null;

    private async Task ChangeAsync(
        string conversationId, Func<ImmutableList<SignedInStaff>, ImmutableList<SignedInStaff>> change, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = change(_watching.GetValueOrDefault(conversationId, []));
            if (now.IsEmpty)
            {
                _watching.Remove(conversationId);
            }
            else
            {
                _watching[conversationId] = now;
            }
        }

        await feed.PublishAsync(new WatchersChanged(conversationId), cancellationToken);
    }

    private sealed class Stay(Func<Task> leave) : IAsyncDisposable
    {
        private int _left;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                await leave();
            }
        }
    }
}
