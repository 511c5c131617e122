using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Has one call decided by its tool, within the time that a tool gets: the options' or, where the provider waits for less, what is left of
/// that. Deciding writes nothing.
/// </summary>
internal sealed partial class CallDecision(
    ToolCatalogue tools, StorePatience patience, IOptions<RunOptions> options, TimeProvider clock, ILogger<CallDecision> logger)
{
    public static readonly ToolDecision Failed =
        new("""{"outcome":"error","message":"This failed on our side. Nothing was changed."}""") { IsFault = true };

    private static readonly ToolDecision TookTooLong =
        new("""{"outcome":"error","message":"This took too long. Nothing was changed."}""") { IsFault = true };

    /// <summary>The name of the tool that is asked for; null where there is none of that name.</summary>
    public string? ToolOf(OpenCall open) => tools.Has(open.Call.Name) ? open.Call.Name : null;

    /// <summary>Whether the call can change nothing, so that others may be decided beside it.</summary>
    public bool OnlyReads(OpenCall open) => tools.OnlyReads(open.Call.Name);

    /// <summary>A store that is away is waited for: that is not the tool's time.</summary>
    /// <param name="open">The call.</param>
    /// <param name="known">The conversation.</param>
    /// <param name="customer">To whom it belongs.</param>
    /// <param name="cancellationToken">Stops deciding.</param>
    /// <param name="by">Who acts for the customer; null where they do themselves.</param>
    public async Task<ToolDecision> DecideAsync(
        OpenCall open, ConversationSnapshot known, SignedInCustomer customer, CancellationToken cancellationToken, string? by = null)
    {
        var tool = tools.NameOf(open.Call.Name);
        using var span = ToolSpan.Begin(tool, open, known.State);
        try
        {
            var decision = await TryAsync(tool, open, known, customer, by, cancellationToken);
            span.Tell(decision);
            return decision;
        }
        catch (Exception fault)
        {
            span.Fails(fault);
            throw;
        }
    }

    private Task<ToolDecision> TryAsync(
        string tool, OpenCall open, ConversationSnapshot known, SignedInCustomer customer, string? by, CancellationToken cancellationToken)
    {
        var context = new ToolContext(customer, new OperationId(known.State.Id, open.RequestedAt, open.Index), known)
        {
            By = by ?? customer.CustomerId,
        };
        return patience.SettleAsync(known.State, ct => DecideOnceAsync(tool, open, context, ct), cancellationToken);
    }

    private async Task<ToolDecision> DecideOnceAsync(
        string tool, OpenCall open, ToolContext context, CancellationToken cancellationToken)
    {
        var (conversationId, runId) = (context.Conversation.State.Id, context.Conversation.State.Run?.RunId ?? "none");
        using var budget = new CancellationTokenSource(TimeFor(open), clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(budget.Token, cancellationToken);
        try
        {
            return await tools.DecideAsync(open.Call, context, linked.Token);
        }
        catch (OperationCanceledException) when (budget.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogTooLong(tool, context.Operation, conversationId, runId);
            return TookTooLong;
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !patience.IsAway(fault))
        {
            // A tool's bug costs an answer and no more.
            LogToolFailed(fault, tool, context.Operation, conversationId, runId);
            return Failed;
        }
    }

    /// <summary>A run that has expired already is not saved by haste: then the output is told to the next one.</summary>
    private TimeSpan TimeFor(OpenCall open)
    {
        var longest = options.Value.MaxToolTime;
        return open.AnswerBy - clock.GetUtcNow() is { } left && left > TimeSpan.Zero && left < longest ? left : longest;
    }

    [LoggerMessage(
        1020, LogLevel.Warning, "Tool {Tool} took too long for operation {Operation} of conversation {ConversationId}, run {RunId}")]
    private partial void LogTooLong(string tool, OperationId operation, string conversationId, string runId);

    [LoggerMessage(1021, LogLevel.Error, "Tool {Tool} failed for operation {Operation} of conversation {ConversationId}, run {RunId}")]
    private partial void LogToolFailed(
        Exception fault, string tool, OperationId operation, string conversationId, string runId);
}
