using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A log that fails at everything, and tells of what nobody outside may read.</summary>
internal sealed class BrokenLog(Exception failure) : IConversationLog
{
    public Task<bool> AppendAsync(LogEntry entry, CancellationToken cancellationToken) => throw failure;

    public Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken) => throw failure;

    public Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken) => throw failure;

    public Task<IReadOnlyList<RecordedEvent>> ReadBeforeAsync(
        string conversationId, long before, int count, CancellationToken cancellationToken) => throw failure;

    public Task<ConversationPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken) => throw failure;
}
