using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Staff;

/// <summary>What a customer who waits for a person can be told of it.</summary>
public sealed class WaitService(
    ConversationService conversations, IInbox inbox, StaffPresence presence, IOptions<StaffOptions> options, TimeProvider clock)
    : IDisposable
{
    /// <summary>The queue is read this far; whoever stands behind is told that so many are before them.</summary>
    public const int MaxLooked = 100;

    /// <summary>All who wait ask again and again: one reading does for all of them.</summary>
    private static readonly TimeSpan ReadEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly StaffHours? _hours = string.IsNullOrWhiteSpace(options.Value.Hours) ? null : StaffHours.Parse(options.Value.Hours);
    private (DateTimeOffset At, ImmutableArray<string> Waiting, bool IsWhole)? _read;

    /// <summary>How the customer's wait stands; null where they have no such conversation, or it does not wait for a person.</summary>
    public async Task<CustomersWait?> FindAsync(SignedInCustomer customer, string conversationId, CancellationToken cancellationToken)
    {
        if (await conversations.OpenAsync(customer, conversationId, 1, cancellationToken) is not { State.Owner: Owner.StaffQueue })
        {
            return null;
        }

        var (waiting, isWhole) = await QueueAsync(cancellationToken);
        var place = waiting.IndexOf(conversationId);
        var (isThere, now) = (presence.IsSomebodyThere, clock.GetUtcNow());
        return new(
            place < 0 ? waiting.Length : place,
            IsMoreAhead: place < 0 && !isWhole,
            isThere,
            isThere || _hours?.OpenFrom(now) is not { } opening || opening == now ? null : opening);
    }

    public void Dispose() => _reading.Dispose();

    private async Task<(ImmutableArray<string> Waiting, bool IsWhole)> QueueAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_read is not { } read || clock.GetUtcNow() - read.At >= ReadEvery)
            {
                var page = await inbox.ListAsync(InboxSection.Attention, InboxOrder.LongestFirst, MaxLooked, null, cancellationToken);
                read = (clock.GetUtcNow(), [.. page.Conversations.Where(state => state.Owner == Owner.StaffQueue).Select(state => state.Id)], page.Next is null);
                _read = read;
            }

            return (read.Waiting, read.IsWhole);
        }
        finally
        {
            _reading.Release();
        }
    }
}

/// <summary>How the wait for a person stands.</summary>
/// <param name="Ahead">How many wait longer.</param>
/// <param name="IsMoreAhead">At least that many: the queue was not read further.</param>
/// <param name="IsSomebodyThere">A member of staff is at the desk.</param>
/// <param name="BackAt">When somebody will be, where nobody is and the hours say so.</param>
public sealed record CustomersWait(int Ahead, bool IsMoreAhead, bool IsSomebodyThere, DateTimeOffset? BackAt);
