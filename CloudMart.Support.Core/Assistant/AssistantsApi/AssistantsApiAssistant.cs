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
    public async Task AbandonAsync(string providerState, CancellationToken cancellationToken)
    {
        if (RemoteThread.Read(providerState) is { } thread
            && (thread.Run ?? await LiveRunAsync(thread.Thread, cancellationToken)) is { } run
            && await _server.CancelRunAsync(thread.Thread, run, cancellationToken) is not (Accepted or Refused { Status: 400 or 404 }))
        {
            LogNotCancelled(run, thread.Thread); // 400 and 404 mean that there is nothing left to cancel
        }
    }

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => this.CallPingAsync(_clock, cancellationToken);

    /// <summary>A run may have been created whose reply nobody waited for.</summary>
    private async Task<string?> LiveRunAsync(string thread, CancellationToken cancellationToken) =>
        await _server.ListNewestRunAsync(thread, cancellationToken) is Accepted { Body: var list }
        && list.ListAt("data").Select(RemoteRun.Of).FirstOrDefault() is { IsOver: false } newest
            ? newest.Id
            : null;

    [LoggerMessage(1201, LogLevel.Warning, "Run {Run} of thread {Thread} could not be cancelled at the provider; it ends when it expires")]
    private partial void LogNotCancelled(string run, string thread);
}
