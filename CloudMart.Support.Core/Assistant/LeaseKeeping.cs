using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Renews a conversation's lease while it is being worked on, so that other nodes leave it alone.</summary>
internal sealed class LeaseKeeping : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _renewing;

    public LeaseKeeping(IOwedAnswers owed, string conversationId, NodeName node, TimeProvider clock, StorePatience patience) =>
        _renewing = RenewAsync(owed, conversationId, node, clock, patience);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _renewing;
        _stopping.Dispose();
    }

    private async Task RenewAsync(IOwedAnswers owed, string conversationId, NodeName node, TimeProvider clock, StorePatience patience)
    {
        using var timer = new PeriodicTimer(IOwedAnswers.LeaseTime / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await patience.SettleAsync(
                    Conversation.Empty(conversationId), ct => owed.LeaseAsync(conversationId, node.Value, ct), _stopping.Token);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The work is done, and the lease goes with the mark.
        }
    }
}
