using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Insights.Recounting;

/// <summary>A store whose every clearing is repeated at once, as after a lost reply.</summary>
internal sealed class ClearedTwice(IOwedAnswers store) : IOwedAnswers
{
    public Task<OwedMark> MarkAsync(string conversationId, string customerId, string node, CancellationToken cancellationToken) =>
        store.MarkAsync(conversationId, customerId, node, cancellationToken);

    public Task<OwedMark?> LeaseAsync(string conversationId, string node, CancellationToken cancellationToken) =>
        store.LeaseAsync(conversationId, node, cancellationToken);

    public async Task<bool> ClearAsync(OwedMark mark, Conversation state, CancellationToken cancellationToken)
    {
        var cleared = await store.ClearAsync(mark, state, cancellationToken);
        await store.ClearAsync(mark, state, cancellationToken);
        return cleared;
    }

    public Task<IReadOnlyList<string>> ListAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        store.ListAsync(since, limit, cancellationToken);
}
