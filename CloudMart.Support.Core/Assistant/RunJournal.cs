using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// A worker's grip on the conversation it runs: what it knows of the log, and the one way it appends. Every append is conditional on
/// nobody having appended since; a lost number refreshes what is known, and the caller decides again from there.
/// </summary>
internal sealed class RunJournal(
    ConversationWriter writer, IOrderStore orders, StorePatience patience, RunFacts facts, ConversationSnapshot known, string claim)
{
    public ConversationSnapshot Known { get; private set; } = known;

    public Conversation State => Known.State;

    public string Claim => claim;

    /// <summary>The live run, while it is this worker's.</summary>
    public LiveRun? Mine => State.Run is { } run && run.Claim == claim ? run : null;

    /// <returns>False when somebody else appended first: <see cref="Known"/> is new, decide again.</returns>
    public async Task<bool> TryAppendAsync(IReadOnlyList<ConversationEvent> events, CancellationToken cancellationToken)
    {
        // One entry for all tries: after a lost reply its write id tells that the first try was accepted.
        var entry = writer.NextEntry(Known, [.. events]);
        var stands = await patience.SettleAsync(Known.State, ct => writer.TryAppendAsync(entry, ct), cancellationToken);
        return await FoldAsync(stands, entry, cancellationToken);
    }

    /// <summary>Commits a change of the shop's records together with the event that records it.</summary>
    public async Task<CommitResult> CommitAsync(ShopChange change, ConversationEvent outcome, CancellationToken cancellationToken)
    {
        var entry = writer.NextEntry(Known, [outcome]);
        var result = await patience.SettleAsync(Known.State, ct => orders.CommitAsync(change, entry, ct), cancellationToken);
        if (result != CommitResult.ShopMoved)
        {
            await FoldAsync(result == CommitResult.Committed, entry, cancellationToken);
        }

        return result;
    }

    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        Known = await patience.SettleAsync(Known.State, ct => writer.ReadAgainAsync(Known, ct), cancellationToken);

    private async Task<bool> FoldAsync(bool stands, LogEntry entry, CancellationToken cancellationToken)
    {
        if (stands)
        {
            facts.Count(Known, entry);
            Known = await writer.PublishAsync(Known, entry, cancellationToken);
        }
        else
        {
            await RefreshAsync(cancellationToken);
        }

        return stands;
    }
}
