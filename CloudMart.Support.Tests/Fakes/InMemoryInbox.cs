using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The inbox of a desk, over its log: never late.</summary>
internal sealed class InMemoryInbox(InMemoryStore store) : IInbox
{
    public Task PlaceAsync(Conversation state, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<InboxPage> ListAsync(
        InboxSection section, InboxOrder order, int limit, string? cursor, CancellationToken cancellationToken)
    {
        var all = store.Ids.Select(id => Conversation.Empty(id).Apply(store.EventsOf(id))).Where(state => state.Place?.Section == section);
        var sorted = order == InboxOrder.LongestFirst
            ? all.OrderBy(state => (state.Place!.Since, state.Id))
            : all.OrderByDescending(state => (state.Place!.Since, state.Id));
        var rest = sorted.Skip(int.Parse(cursor ?? "0", null)).ToList();
        return Task.FromResult(new InboxPage([.. rest.Take(limit)], rest.Count > limit ? $"{int.Parse(cursor ?? "0", null) + limit}" : null));
    }
}
