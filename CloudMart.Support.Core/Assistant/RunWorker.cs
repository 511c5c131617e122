using System.Threading.Channels;
using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Works on the conversations that owe an answer. A run belongs to the server, not to the browser tab that asked for it. When the host
/// stops, runs stop where they are; their marks stay, and whoever starts next resumes them from the log.
/// </summary>
internal sealed partial class RunWorker(
    ConversationWork work,
    ActiveConversations active,
    StorePatience patience,
    IIdSource ids,
    IOptions<RunOptions> options,
    ILogger<RunWorker> logger)
    : BackgroundService, IRunBacklog
{
    private readonly Channel<RunTicket> _backlog = Channel.CreateUnbounded<RunTicket>();

    public bool HasRoomFor(string conversationId) => active.Count < options.Value.MaxConcurrentRuns && !active.Has(conversationId);

    public void Add(OwedTurn turn) => Add(new RunTicket(turn.Known, turn.Mark, AppendedSince: true, turn.Customer, turn.Claim));

    /// <summary>Queues the ticket once: what comes in for a conversation that waits or is worked on waits for its end.</summary>
    public void Add(RunTicket ticket)
    {
        // Another node holds the lease: it hears of the message by the feed or by its next append, and the sweep looks after it.
        if (!ticket.Mark.Leased)
        {
            work.Leave(ticket);
        }
        else if (active.TryBegin(ticket))
        {
            _backlog.Writer.TryWrite(ticket);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Parallel.ForEachAsync(
        _backlog.Reader.ReadAllAsync(stoppingToken),
        new ParallelOptions { MaxDegreeOfParallelism = options.Value.MaxConcurrentRuns, CancellationToken = stoppingToken },
        WorkAsync);

    private async ValueTask WorkAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        for (RunTicket? current = ticket; current is not null; current = active.End(current))
        {
            await SettleAsync(current, cancellationToken);
        }
    }

    private async Task SettleAsync(RunTicket ticket, CancellationToken cancellationToken)
    {
        var claim = ticket.Claim ?? ids.NewId();
        try
        {
            await work.SettleAsync(ticket, claim, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            LogStopped(ticket.Mark.ConversationId, ticket.RunId);
        }
        catch (Exception fault) when (patience.IsAway(fault))
        {
            LogLeftToSweep(fault, ticket.Mark.ConversationId, ticket.RunId);
        }
        catch (Exception bug)
        {
            // The last line of defence: a bug in one conversation must neither stop the worker nor leave the customer in silence.
            LogBroken(bug, ticket.Mark.ConversationId, ticket.RunId);
            await ApologizeAsync(ticket, claim, cancellationToken);
        }
    }

    private async Task ApologizeAsync(RunTicket ticket, string claim, CancellationToken cancellationToken)
    {
        try
        {
            await work.ApologizeAsync(ticket, claim, cancellationToken);
        }
        catch (Exception bug) when (!cancellationToken.IsCancellationRequested)
        {
            LogBroken(bug, ticket.Mark.ConversationId, ticket.RunId);
        }
    }

    [LoggerMessage(1050, LogLevel.Debug, "The host stops; conversation {ConversationId}, run {RunId}, is resumed from the log")]
    private partial void LogStopped(string conversationId, string runId);

    [LoggerMessage(1051, LogLevel.Warning, "The store stays away; conversation {ConversationId}, run {RunId}, is left to the sweep")]
    private partial void LogLeftToSweep(Exception fault, string conversationId, string runId);

    [LoggerMessage(1052, LogLevel.Error, "Working on conversation {ConversationId}, run {RunId}, failed")]
    private partial void LogBroken(Exception bug, string conversationId, string runId);
}
