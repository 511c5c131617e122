using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>All ports over one lock, so that a commit is one transaction. A test can step in before any append.</summary>
internal sealed class InMemoryStore(TimeProvider clock) : InMemoryShop, IConversationLog, IOwedAnswers, IDayCounters
{
    private readonly Dictionary<string, ImmutableList<LogEntry>> _entries = [];
    private readonly Dictionary<string, (OwedMark Mark, string? Node)> _marks = [];
    private readonly Dictionary<string, DateTimeOffset> _owedSince = [];
    private readonly Dictionary<string, (Conversation State, ImmutableSortedDictionary<string, long> Counts)> _counted = [];
    private readonly Dictionary<DateOnly, ImmutableDictionary<string, long>> _days = [];
    private int _tokens;

    /// <summary>Called before every append, outside of the lock, with the entry that is about to be appended.</summary>
    public Func<LogEntry, Task> BeforeAppend { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called after every append or commit that was accepted; may throw to lose the reply.</summary>
    public Action<LogEntry> AfterAppend { get; set; } = _ => { };

    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (Gate)
            {
                return [.. _entries.Keys];
            }
        }
    }

    public IReadOnlyList<RecordedEvent> EventsOf(string id)
    {
        lock (Gate)
        {
            return [.. _entries.GetValueOrDefault(id, []).SelectMany(entry => entry.Events)];
        }
    }

    public async Task<bool> AppendAsync(LogEntry entry, CancellationToken cancellationToken)
    {
        await BeforeAppend(entry);
        var stands = Write(entry);
        if (stands)
        {
            AfterAppend(entry);
        }

        return stands;
    }

    public Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken)
    {
        var events = EventsOf(conversationId);
        return Task.FromResult(events.Count == 0 ? null : ConversationSnapshot.Empty(conversationId).Append(events) is { } all
            ? all with { Events = [.. events.TakeLast(recent)] }
            : null);
    }

    public Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordedEvent>>([.. EventsOf(conversationId).Where(e => e.Number > after).Take(limit)]);

    public Task<IReadOnlyList<RecordedEvent>> ReadBeforeAsync(string conversationId, long before, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordedEvent>>([.. EventsOf(conversationId).Where(e => e.Number < before).TakeLast(count)]);

    Task<ConversationPage> IConversationLog.ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            var all = _entries.Keys.Select(id => Conversation.Empty(id).Apply(_entries[id].SelectMany(entry => entry.Events)))
                .Where(state => state.CustomerId == customerId && state.LastSaidAt > 0)
                .OrderByDescending(state => state.StartedAt)
                .Select(state => new ConversationSummary(state.Id, state.Title, state.StartedAt))
                .Skip(int.Parse(cursor ?? "0", null)).ToList();
            return Task.FromResult(new ConversationPage(
                [.. all.Take(limit)], all.Count > limit ? $"{int.Parse(cursor ?? "0", null) + limit}" : null));
        }
    }

    public Task<OwedMark> MarkAsync(string conversationId, string customerId, string node, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            var now = clock.GetUtcNow();
            var free = !_marks.TryGetValue(conversationId, out var old) || old.Node == node || old.Mark.LeaseEnds <= now;
            var mark = new OwedMark(
                conversationId, customerId, $"t{++_tokens}", free, free ? now + IOwedAnswers.LeaseTime : old.Mark.LeaseEnds)
            {
                Counted = _counted.TryGetValue(conversationId, out var counted) ? counted.Counts : ImmutableSortedDictionary<string, long>.Empty,
            };
            _marks[conversationId] = (mark, free ? node : old.Node);
            _owedSince.TryAdd(conversationId, now);
            return Task.FromResult(mark);
        }
    }

    public Task<OwedMark?> LeaseAsync(string conversationId, string node, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            if (!_marks.TryGetValue(conversationId, out var old))
            {
                return Task.FromResult<OwedMark?>(null);
            }

            var now = clock.GetUtcNow();
            var free = old.Node == node || old.Mark.LeaseEnds <= now;
            var mark = old.Mark with { Leased = free, LeaseEnds = free ? now + IOwedAnswers.LeaseTime : old.Mark.LeaseEnds };
            _marks[conversationId] = (mark, free ? node : old.Node);
            return Task.FromResult<OwedMark?>(mark);
        }
    }

    public Task<bool> ClearAsync(OwedMark mark, Conversation state, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            var stands = _marks.TryGetValue(mark.ConversationId, out var now) && now.Mark.Token == mark.Token;
            if (stands)
            {
                _marks.Remove(mark.ConversationId);
                _owedSince.Remove(mark.ConversationId);
                Count(mark, state);
            }

            return Task.FromResult(stands);
        }
    }

    /// <summary>Told of every list of marks until when it goes.</summary>
    public Action<DateTimeOffset> WhenListed { get; set; } = _ => { };

    public Task<IReadOnlyList<string>> ListAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        WhenListed(since);
        lock (Gate)
        {
            return Task.FromResult<IReadOnlyList<string>>([.. _marks.Keys.Where(id => _owedSince[id] <= since).Take(limit)]);
        }
    }

    Task<IReadOnlyList<PeriodCounts>> IDayCounters.ReadAsync(IReadOnlyList<Period> parts, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            return Task.FromResult<IReadOnlyList<PeriodCounts>>([.. parts.Select(part => new PeriodCounts(
                part,
                _days.Where(day => part.Contains(day.Key)).SelectMany(day => day.Value).GroupBy(count => count.Key)
                    .Select(name => (name.Key, Sum: name.Sum(count => count.Value))).Where(name => name.Sum != 0).ToDictionary(name => name.Key, name => name.Sum)))]);
        }
    }

    Task<IReadOnlyList<DateOnly>> IDayCounters.DaysOfAsync(Figure figure, Period period, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            return Task.FromResult<IReadOnlyList<DateOnly>>(
                [.. _days.Where(day => period.Contains(day.Key) && figure.In(day.Value) != 0).Select(day => day.Key).OrderDescending()]);
        }
    }

    Task<InboxPage> IDayCounters.ListAsync(DateOnly day, Figure figure, int limit, string? cursor, CancellationToken cancellationToken)
    {
        lock (Gate)
        {
            var began = _counted.Values.Where(counted => figure.In(counted.Counts) != 0).Select(counted => counted.State).Where(state => Counting.DayOf(state.StartedAt) == day)
                .OrderByDescending(state => (state.StartedAt, state.Id)).Skip(int.Parse(cursor ?? "0", null)).ToList();
            return Task.FromResult(new InboxPage([.. began.Take(limit)], began.Count > limit ? $"{int.Parse(cursor ?? "0", null) + limit}" : null));
        }
    }

    public override async Task<CommitResult> CommitAsync(ShopChange change, LogEntry outcome, CancellationToken cancellationToken)
    {
        await BeforeAppend(outcome);
        lock (Gate)
        {
            var mine = _entries.GetValueOrDefault(outcome.ConversationId, []).Any(entry => entry.WriteId == outcome.WriteId);
            if (!mine && !Stands(change))
            {
                return CommitResult.ShopMoved;
            }

            if (!Write(outcome))
            {
                return CommitResult.ConversationMoved;
            }

            if (!mine)
            {
                Apply(change);
            }
        }

        AfterAppend(outcome);
        return CommitResult.Committed;
    }

    private void Count(OwedMark mark, Conversation state)
    {
        var counts = Counting.Of(state);
        var day = Counting.DayOf(state.StartedAt);
        var sums = _days.GetValueOrDefault(day, ImmutableDictionary<string, long>.Empty);
        _days[day] = Counting.Difference(mark.Counted, counts)
            .Aggregate(sums, (all, change) => all.SetItem(change.Name, all.GetValueOrDefault(change.Name) + change.By));
        _counted[mark.ConversationId] = (state, counts);
    }

    private bool Write(LogEntry entry)
    {
        lock (Gate)
        {
            var log = _entries.GetValueOrDefault(entry.ConversationId, []);
            if (log.Any(old => old.WriteId == entry.WriteId))
            {
                return true;
            }

            if ((log.IsEmpty ? 0 : log[^1].LastNumber) != entry.Number - 1)
            {
                return false;
            }

            _entries[entry.ConversationId] = log.Add(entry);
            return true;
        }
    }
}
