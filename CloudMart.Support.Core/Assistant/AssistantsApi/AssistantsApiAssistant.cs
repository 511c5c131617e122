using System.Runtime.CompilerServices;
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
    /// <summary>How long letting go may take when the caller no longer waits.</summary>
    private static readonly TimeSpan LetGoLimit = TimeSpan.FromSeconds(2);

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

    public async IAsyncEnumerable<AssistantUpdate> NextStepAsync(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new StepProgress(request, new RetryBudget(_options, _meter, _clock, request.Deadline), _clock);
        var step = new RemoteStep(progress, _start, _wait);
        var hasEnded = false;
        try
        {
            await foreach (var update in step.TakeAsync(cancellationToken))
            {
                hasEnded = update is StepEnded;
                yield return update;
            }
        }
        finally
        {
            // Closing a stream does not cancel its run, which would lock the thread and go on costing.
            if (!hasEnded && progress is { Run: { IsOver: false } run, Thread: { } thread })
            {
                using var limit = new CancellationTokenSource(LetGoLimit, _clock);
                await LetGoAsync(thread.Thread, run.Id, limit.Token);
            }
        }
    }

    public async Task AbandonAsync(string providerState, CancellationToken cancellationToken)
    {
        if (RemoteThread.Read(providerState) is { Run: { } run } thread)
        {
            await LetGoAsync(thread.Thread, run, cancellationToken);
        }
    }

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => this.CallPingAsync(_clock, cancellationToken);

    private async Task LetGoAsync(string thread, string run, CancellationToken cancellationToken)
    {
        try
        {
            // 400 and 404 mean that there is nothing left to cancel.
            if (await _server.CancelRunAsync(thread, run, cancellationToken) is not (Accepted or Refused { Status: 400 or 404 }))
            {
                LogNotCancelled(run, thread);
            }
        }
        catch (OperationCanceledException)
        {
            LogNotCancelled(run, thread);
        }
    }

    [LoggerMessage(1201, LogLevel.Warning, "Run {Run} of thread {Thread} could not be cancelled at the provider; it ends when it expires")]
    private partial void LogNotCancelled(string run, string thread);
}
