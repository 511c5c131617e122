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
/// again, so a call is decided anew whenever the conversation or the shop has moved, and one that has its outcome is never touched again.
/// </summary>
internal sealed class CallExecution(CallDecision decisions, ConsentGate gate, IConversationFeed feed, IOptions<RunOptions> options)
{
    public async Task ExecuteAsync(RunJournal journal, LiveRun run, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var known = journal.Known;
        var first = await decisions.DecideAsync(run.OpenCalls[0], known, customer, cancellationToken);
        if (first.Change is { } change)
        {
            await ChangeAsync(journal, run, first, change, cancellationToken);
            return;
        }

        List<ConversationEvent> facts = [.. FactsOf(run, run.OpenCalls[0], first)];
        foreach (var (call, decision) in await DecideRestAsync(run, known, customer, cancellationToken))
        {
            if (decision.Change is not null)
            {
                break;
            }

            // They were all decided on the same state, in which nobody had handed over yet: one hand-over is enough.
            facts.AddRange(FactsOf(run, call, facts.Exists(fact => fact is HandedToStaff) ? decision with { AlsoRecord = null } : decision));
        }

        await journal.TryAppendAsync(facts, cancellationToken);
    }

    private async Task ChangeAsync(
        RunJournal journal, LiveRun run, ToolDecision decision, ShopChange change, CancellationToken cancellationToken)
    {
        var open = run.OpenCalls[0];
        if (!gate.IsOrdered(open.Call, decision, journal.Known) || gate.NeedsApproval(decision))
        {
            await journal.TryAppendAsync(gate.Ask(run, open, decision, journal.Known), cancellationToken);
        }
        else if (await journal.CommitAsync(change, AnswerOf(run, open, decision), cancellationToken) == CommitResult.Committed)
        {
            await feed.PublishAsync(change, cancellationToken);
        }
    }

    private async Task<IEnumerable<(OpenCall Call, ToolDecision Decision)>> DecideRestAsync(
        LiveRun run, ConversationSnapshot known, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var rest = run.OpenCalls[1..];
        var made = new ToolDecision[rest.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.MaxParallelTools, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, rest.Length, parallel, async (index, ct) =>
            made[index] = await decisions.DecideAsync(rest[index], known, customer, ct));
        return rest.Zip(made);
    }

    private static IEnumerable<ConversationEvent> FactsOf(LiveRun run, OpenCall call, ToolDecision decision) =>
        decision.AlsoRecord is null ? [AnswerOf(run, call, decision)] : [AnswerOf(run, call, decision), decision.AlsoRecord];

    private static ToolAnswered AnswerOf(LiveRun run, OpenCall call, ToolDecision decision) =>
        new(run.RunId, call.RequestedAt, call.Index, decision.Output, decision.Change is not null, decision.Receipt);
}
