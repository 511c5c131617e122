using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Gives logged calls their outcome, in order: neighbours that change nothing are decided side by side and logged together; what wants a
/// change goes through the gate, alone, and is committed with its event or becomes a card. After every append the caller looks at the state
/// again, so a call is decided anew whenever the conversation or the shop has moved (by a hand-over, too), and one that has its outcome is never
/// touched again.
/// </summary>
internal sealed class CallExecution(CallDecision decisions, ConsentGate gate, IConversationFeed feed, IOptions<RunOptions> options)
{
    /// <summary>Of outputs logged together: their entry has to fit into one item of DynamoDB, 400 KB, and a character can take six bytes.</summary>
    private const int MaxLengthAtOnce = 60_000;

    public async Task ExecuteAsync(RunJournal journal, LiveRun run, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        // Where a change comes first, what is behind it would only be decided again.
        var (known, reads) = (journal.Known, run.OpenCalls.TakeWhile(decisions.OnlyReads).Count());
        var (now, later) = (run.OpenCalls[..Math.Max(reads, 1)], run.OpenCalls[Math.Max(reads, 1)..]);
        var decided = await DecideAsync(now, known, customer, cancellationToken);
        var first = decided[0].Decision;
        if (first.Change is { } change)
        {
            await ChangeAsync(journal, run, first, change, cancellationToken);
            return;
        }

        List<ConversationEvent> facts = [AnswerOf(run, run.OpenCalls[0], first)];
        var (last, length) = (first, first.Output.Length);
        foreach (var (call, decision) in decided[1..].Concat(await DecideAsync(later, known, customer, cancellationToken)))
        {
            length += decision.Output.Length;
            if (last.AlsoRecord is not null || decision.Change is not null || length > MaxLengthAtOnce)
            {
                break;
            }

            facts.Add(AnswerOf(run, call, decision));
            last = decision;
        }

        await journal.TryAppendAsync(last.AlsoRecord is { } more ? [.. facts, more] : facts, cancellationToken);
    }

    private async Task ChangeAsync(
        RunJournal journal, LiveRun run, ToolDecision decision, ShopChange change, CancellationToken cancellationToken)
    {
        var open = run.OpenCalls[0];
        if (!gate.IsOrdered(decision, journal.Known) || gate.NeedsApproval(decision))
        {
            await journal.TryAppendAsync(gate.Ask(run, open, decision, journal.Known), cancellationToken);
        }
        else if (await journal.CommitAsync(change, AnswerOf(run, open, decision), cancellationToken) == CommitResult.Committed)
        {
            await feed.PublishAsync(change, cancellationToken);
        }
    }

    private async Task<ImmutableArray<(OpenCall Call, ToolDecision Decision)>> DecideAsync(
        ImmutableArray<OpenCall> calls, ConversationSnapshot known, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var made = new ToolDecision[calls.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.MaxParallelTools, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, calls.Length, parallel, async (index, ct) =>
            made[index] = await decisions.DecideAsync(calls[index], known, customer, ct));
        return [.. calls.Zip(made)];
    }

    private ToolAnswered AnswerOf(LiveRun run, OpenCall call, ToolDecision decision) =>
        new(run.RunId, call.RequestedAt, call.Index, decision.Output, decision.Change is not null, decision.Receipt, decisions.ToolOf(call));
}
