using CloudMart.Support.Core.Customers;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills;

/// <summary>Every turn of a series, and how far its log had come when somebody last looked.</summary>
internal sealed class TurnBook(StoreUnderTest store, Random random)
{
    /// <summary>What one round adds.</summary>
    public const int OrdersARound = 3;

    private const int FirstOrder = 100_000; // of Demo:ExtraOrders

    private readonly List<CustomersTurn> _turns = [];
    private readonly Dictionary<CustomersTurn, Seen> _seen = [];

    /// <summary>Some new turns: one customer cancels orders, each in a conversation of its own, and another asks something.</summary>
    public IReadOnlyList<CustomersTurn> Begin()
    {
        var from = _turns.Count;
        var orders = Enumerable.Range(FirstOrder + _turns.Count(turn => turn.OrderId is not null), OrdersARound);
        _turns.Add(new(DemoAccounts.Ben.Id, $"message-{from}", "Where is my last parcel?", null, Leaves()));
        _turns.AddRange(orders.Select(number => $"CM-{number}").Select(order =>
            new CustomersTurn(DemoAccounts.Ana.Id, $"message-{order}", $"Cancel order {order}", order, Leaves())));
        return _turns[from..];
    }

    /// <summary>The turns whose senders got no reply and send again: a message that had not arrived is still theirs to send.</summary>
    public IReadOnlyList<CustomersTurn> SentAgain() =>
        [.. _turns.Where(turn => turn.Reply is null && (!turn.Leaves || !_seen[turn].Arrived))];

    /// <summary>To be called when the server is dead.</summary>
    /// <returns>At which stage it left every turn that it had brought further.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellationToken)
    {
        var hit = new List<string>();
        foreach (var turn in _turns.Where(turn => !_seen.TryGetValue(turn, out var seen) || seen.Owed))
        {
            var known = await store.Log.ReadAsync(turn.ConversationId, 1, cancellationToken);
            var now = known?.State is { LastSaidAt: > 0 } state
                ? new Seen(state.LastNumber, true, state.OwesAnswer)
                : new Seen(known?.State.LastNumber ?? 0, false, true); // a sweep may have been there before the message
            if (_seen.GetValueOrDefault(turn)?.Number != now.Number)
            {
                hit.Add(known is null ? "before CustomerSaid" : $"after {known.Events[^1].Event.GetType().Name}");
            }

            _seen[turn] = now;
        }

        return hit;
    }

    /// <summary>Tells of every turn what became of it, once all has settled.</summary>
    public async Task JudgeAsync(KillReport report, CancellationToken cancellationToken)
    {
        var owed = await store.Owed.ListAsync(_turns.Count, cancellationToken);
        foreach (var turn in _turns)
        {
            var log = await store.Log.ReadAfterAsync(turn.ConversationId, 0, 1_000, cancellationToken);
            var order = turn.OrderId is { } id ? await store.Orders.FindAsync(id, cancellationToken) : null;
            report.Judged(turn, TurnVerdict.Of(turn, log, order, owed.Contains(turn.ConversationId)), log);
        }
    }

    private bool Leaves() => random.Next(2) == 0;

    private sealed record Seen(long Number, bool Arrived, bool Owed);
}
