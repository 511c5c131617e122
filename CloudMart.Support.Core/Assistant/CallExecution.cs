using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Gives logged calls their outcome, in order: neighbours that change nothing are decided side by side and logged together, and each
/// change is committed alone with its event. After every append the caller looks at the state again, so a call is decided anew whenever
/// the conversation or the shop has moved, and one that has its outcome is never touched again.
/// </summary>
internal sealed partial class CallExecution(
    ToolCatalogue tools,
    IConversationFeed feed,
    StorePatience patience,
    IOptions<RunOptions> options,
    TimeProvider clock,
    ILogger<CallExecution> logger)
{
    private const string TookTooLong = """{"outcome":"error","message":"This took too long. Nothing was changed."}""";
    private const string Failed = """{"outcome":"error","message":"This failed on our side. Nothing was changed."}""";

    public async Task ExecuteAsync(RunJournal journal, LiveRun run, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var known = journal.Known;
        var first = await DecideAsync(run.OpenCalls[0], known, customer, cancellationToken);
        if (first.Change is { } change)
        {
            await CommitAsync(journal, change, AnswerOf(run, run.OpenCalls[0], first), cancellationToken);
            return;
        }

        List<ConversationEvent> facts = [.. FactsOf(run, run.OpenCalls[0], first)];
        foreach (var (call, decision) in await DecideRestAsync(run, known, customer, cancellationToken))
        {
            if (decision.Change is not null)
            {
                break;
            }

            facts.AddRange(FactsOf(run, call, decision));
        }

        await journal.TryAppendAsync(facts, cancellationToken);
    }

    private async Task CommitAsync(RunJournal journal, ShopChange change, ToolAnswered outcome, CancellationToken cancellationToken)
    {
        if (await journal.CommitAsync(change, outcome, cancellationToken) == CommitResult.Committed && change.Order is { After: var order })
        {
            await feed.PublishAsync(new OrderChanged(order.CustomerId, order.OrderId), cancellationToken);
        }
    }

    private async Task<IEnumerable<(OpenCall Call, ToolDecision Decision)>> DecideRestAsync(
        LiveRun run, ConversationSnapshot known, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var rest = run.OpenCalls[1..];
        var decisions = new ToolDecision[rest.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.MaxParallelTools, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, rest.Length, parallel, async (index, ct) => decisions[index] = await DecideAsync(rest[index], known, customer, ct));
        return rest.Zip(decisions);
    }

    private async Task<ToolDecision> DecideAsync(
        OpenCall open, ConversationSnapshot known, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var context = new ToolContext(customer, new OperationId(known.State.Id, open.RequestedAt, open.Index), known);
        using var budget = new CancellationTokenSource(options.Value.MaxToolTime, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            return await patience.SettleAsync(known.State, ct => tools.DecideAsync(open.Call, context, ct), linked.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogTooLong(open.Call.Name, context.Operation);
            return new ToolDecision(TookTooLong);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !patience.IsAway(fault))
        {
            // Deciding writes nothing, so a tool's bug costs an answer and no more.
            LogToolFailed(fault, open.Call.Name, context.Operation);
            return new ToolDecision(Failed);
        }
    }

    private static IEnumerable<ConversationEvent> FactsOf(LiveRun run, OpenCall call, ToolDecision decision) =>
        decision.AlsoRecord is null ? [AnswerOf(run, call, decision)] : [AnswerOf(run, call, decision), decision.AlsoRecord];

    private static ToolAnswered AnswerOf(LiveRun run, OpenCall call, ToolDecision decision) =>
        new(run.RunId, call.RequestedAt, call.Index, decision.Output, decision.Change is not null, decision.Receipt);

    [LoggerMessage(1020, LogLevel.Warning, "Tool {Tool} took too long for operation {Operation}")]
    private partial void LogTooLong(string tool, OperationId operation);

    [LoggerMessage(1021, LogLevel.Error, "Tool {Tool} failed for operation {Operation}")]
    private partial void LogToolFailed(Exception fault, string tool, OperationId operation);
}
