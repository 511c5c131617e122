using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Has one call decided by its tool, within the time that a tool gets. Deciding writes nothing.</summary>
internal sealed partial class CallDecision(
    ToolCatalogue tools, StorePatience patience, IOptions<RunOptions> options, TimeProvider clock, ILogger<CallDecision> logger)
{
    public static readonly ToolDecision Failed =
        new("""{"outcome":"error","message":"This failed on our side. Nothing was changed."}""") { IsFault = true };

    private static readonly ToolDecision TookTooLong =
        new("""{"outcome":"error","message":"This took too long. Nothing was changed."}""") { IsFault = true };

    /// <summary>A store that is away is waited for: that is not the tool's time.</summary>
    public Task<ToolDecision> DecideAsync(
        OpenCall open, ConversationSnapshot known, SignedInCustomer customer, CancellationToken cancellationToken)
    {
        var context = new ToolContext(customer, new OperationId(known.State.Id, open.RequestedAt, open.Index), known);
        return patience.SettleAsync(known.State, ct => DecideOnceAsync(open.Call, context, ct), cancellationToken);
    }

    private async Task<ToolDecision> DecideOnceAsync(ToolCall call, ToolContext context, CancellationToken cancellationToken)
    {
        using var budget = new CancellationTokenSource(options.Value.MaxToolTime, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            return await tools.DecideAsync(call, context, linked.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogTooLong(call.Name, context.Operation);
            return TookTooLong;
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !patience.IsAway(fault))
        {
            // A tool's bug costs an answer and no more.
            LogToolFailed(fault, call.Name, context.Operation);
            return Failed;
        }
    }

    [LoggerMessage(1020, LogLevel.Warning, "Tool {Tool} took too long for operation {Operation}")]
    private partial void LogTooLong(string tool, OperationId operation);

    [LoggerMessage(1021, LogLevel.Error, "Tool {Tool} failed for operation {Operation}")]
    private partial void LogToolFailed(Exception fault, string tool, OperationId operation);
}
