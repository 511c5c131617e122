namespace CloudMart.Support.Tests.Kills.Turns;

/// <summary>The turns that are not judged yet, and how far the log of each had come when somebody last looked.</summary>
internal sealed class TurnBook(ShopRecords records)
{
    private readonly List<CustomersTurn> _turns = [];
    private readonly Dictionary<CustomersTurn, Seen> _seen = [];

    public IReadOnlyList<CustomersTurn> Add(IReadOnlyList<CustomersTurn> turns)
    {
        _turns.AddRange(turns);
        return turns;
    }

    /// <summary>The turns whose senders go on by themselves: a message that had not arrived is still theirs to send, even if they left.</summary>
    public IReadOnlyList<CustomersTurn> Unfinished() =>
        [.. _turns.Where(turn => turn.IsUnfinished && (!turn.Leaves || (_seen.TryGetValue(turn, out var seen) && !seen.Arrived)))];

    /// <summary>To be called when the server is dead.</summary>
    /// <returns>At which stage it left every turn that it had brought further.</returns>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellationToken)
    {
        var hit = new List<string>();
        foreach (var turn in _turns.Where(turn => !_seen.TryGetValue(turn, out var seen) || seen.IsOpen))
        {
            var known = await records.Log.ReadAsync(turn.ConversationId, 1, cancellationToken);
            var number = known?.State.LastNumber ?? 0;
            var arrived = known is { State.LastSaidAt: > 0 }; // a sweep may have been there before the message
            if (_seen.GetValueOrDefault(turn)?.Number != number)
            {
                hit.Add(known is null ? "before CustomerSaid" : $"after {known.Events[^1].Event.GetType().Name}");
            }

            _seen[turn] = new(number, arrived, !arrived || known!.State.OwesAnswer || turn.IsUnfinished);
        }

        return hit;
    }

    /// <summary>Tells of every turn what became of it, once all has settled, and forgets it.</summary>
    public async Task JudgeAsync(KillReport report, CancellationToken cancellationToken)
    {
        var owed = await records.Owed.ListAsync(DateTimeOffset.MaxValue, _turns.Count, cancellationToken);
        foreach (var turn in _turns)
        {
            var log = await records.Log.ReadAfterAsync(turn.ConversationId, 0, 1_000, cancellationToken);
            var order = turn.Order is { } before ? await records.Orders.FindAsync(before.OrderId, cancellationToken) : null;
            report.Judged(turn, TurnVerdict.Of(turn, log, order, owed.Contains(turn.ConversationId)), log);
        }

        _turns.Clear();
        _seen.Clear();
    }

    private sealed record Seen(long Number, bool Arrived, bool IsOpen);
}
