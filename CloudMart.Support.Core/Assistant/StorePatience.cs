using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Waits for a store that is away. What is tried must be safe to try again: a conditional append or commit with its own write id, or a read.
/// So a commit whose reply was lost is settled before anything else happens.
/// </summary>
internal sealed partial class StorePatience(
    IStoreFaults faults, IConversationFeed feed, TimeProvider clock, ILogger<StorePatience> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    /// <summary>After this the worker lets go; the mark stays, and a sweep takes the run up again.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Whether trying again later makes sense.</summary>
    public bool IsAway(Exception fault) => faults.IsTransient(fault);

    public async Task<T> SettleAsync<T>(
        Conversation conversation, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        for (var wait = FirstWait; ; wait = wait * 2 > LongestWait ? LongestWait : wait * 2)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (Exception fault) when (
                !cancellationToken.IsCancellationRequested && faults.IsTransient(fault) && clock.GetElapsedTime(begun) < Limit)
            {
                LogStoreAway(fault, conversation.Id, conversation.Run?.RunId ?? "none", wait);
                await feed.PublishAsync(new RunDelayed(conversation.Id, conversation.Run?.RunId ?? ""), cancellationToken);
                await Task.Delay(wait * (0.5 + (Random.Shared.NextDouble() / 2)), clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(1001, LogLevel.Warning, "The store is away; conversation {ConversationId}, run {RunId}, waits {Wait} and tries again")]
    private partial void LogStoreAway(Exception fault, string conversationId, string runId, TimeSpan wait);
}
