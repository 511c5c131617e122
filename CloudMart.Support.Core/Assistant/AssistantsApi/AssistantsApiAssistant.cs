using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// A server of the Assistants v2 protocol: thread, run, <c>requires_action</c>, <c>submit_tool_outputs</c>, reply. The conversation's truth
/// stays in its own log; the thread there is a copy that may be lost and is then rebuilt.
/// </summary>
internal sealed partial class AssistantsApiAssistant : IAssistant
{
    /// <summary>A run that was being created when it was given up appears a moment later.</summary>
    private const int LooksForLateRun = 2;

    private readonly AssistantOptions _options;
    private readonly ModelMeter _meter;
    private readonly TimeProvider _clock;
    private readonly ILogger<AssistantsApiAssistant> _logger;
    private readonly OpenAIThreads _server;
    private readonly RunWait _wait;
    private readonly RunStart _start;

    public AssistantsApiAssistant(
        IOptions<AssistantOptions> options, ModelMeter meter, TimeProvider clock, ILogger<AssistantsApiAssistant> logger)
    {
        (_options, _meter, _clock, _logger) = (options.Value, meter, clock, logger);
        _server = new OpenAIThreads(_options);
        _wait = new RunWait(_server, _options, clock);
        _start = new RunStart(_server, new RunSubmit(_server, _options), _wait, _options, clock);
    }

    public IAsyncEnumerable<AssistantUpdate> NextStepAsync(AssistantRequest request, CancellationToken cancellationToken)
    {
        var progress = new StepProgress(request, new RetryBudget(_options, _meter, _clock, request.Deadline), _clock);
        return new RemoteStep(progress, _start, _wait).TakeAsync(cancellationToken);
    }

    /// <summary>Neither leaving a stream nor ending a wait cancels a run, which would lock the thread and go on costing.</summary>
    public async Task AbandonAsync(string providerState, string runId, CancellationToken cancellationToken)
    {
        if (RemoteThread.Read(providerState) is not { } thread)
        {
            return;
        }

        await LetGoAsync(thread, () => CancelAsync(thread, runId, cancellationToken), cancellationToken);
    }

    public async Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken)
    {
        if (RemoteThread.Read(held) is not { } thread)
        {
            return;
        }

        var (mark, inUse) = (RemoteRun.MarkOf(request), RemoteThread.Read(taken)?.Run);
        await LetGoAsync(thread, () => CancelLiveAsync(thread, run => run.Mark == mark && run.Id != inUse, cancellationToken), cancellationToken);
    }

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => this.CallPingAsync(_clock, cancellationToken);

    private async Task LetGoAsync(RemoteThread thread, Func<Task<ProviderReply>> cancel, CancellationToken cancellationToken)
    {
        var retries = new RetryBudget(_options, _meter, _clock, _clock.GetUtcNow() + _options.SettleLimit);
        var reply = await cancel();
        while (ProviderFault.MayPass(reply) && await retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken))
        {
            reply = await cancel();
        }

        if (reply is not (Accepted or Refused { Status: 400 or 404 }))
        {
            LogNotCancelled(thread.Run ?? "of unknown id", thread.Thread); // 400 and 404 mean that there is nothing left to cancel
        }
    }

    /// <summary>The run that is known may have been over for long, and another be live.</summary>
    private async Task<ProviderReply> CancelAsync(RemoteThread thread, string runId, CancellationToken cancellationToken) =>
        thread.Run is { } known && await _server.CancelRunAsync(thread.Thread, known, cancellationToken) is var reply and not Refused { Status: 400 or 404 }
            ? reply
            : await CancelLiveAsync(thread, run => run.For is null || run.For == runId, cancellationToken);

    /// <summary>
    /// A run may have been created whose reply nobody waited for, at this very moment even. So the thread is asked what is live there, which can
    /// only be its newest run.
    /// </summary>
    private async Task<ProviderReply> CancelLiveAsync(RemoteThread thread, Predicate<RemoteRun> isMeant, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            var list = await _server.ListNewestRunsAsync(thread.Thread, cancellationToken);
            if (list is Accepted { Body: var body } && body.ListAt("data").Select(RemoteRun.Of).FirstOrDefault() is { IsOver: false } live)
            {
                if (!isMeant(live))
                {
                    return list;
                }

                return live.Status == "cancelling" ? list : await _server.CancelRunAsync(thread.Thread, live.Id, cancellationToken);
            }

            if (looks == LooksForLateRun || list is not Accepted)
            {
                return list;
            }

            await Task.Delay(_options.PollEvery, _clock, cancellationToken);
        }
    }

    [LoggerMessage(1201, LogLevel.Warning, "Run {Run} of thread {Thread} could not be cancelled at the provider; it ends when it expires")]
    private partial void LogNotCancelled(string run, string thread);
}
