using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>
/// A server of the Assistants v2 protocol: thread, run, <c>requires_action</c>, <c>submit_tool_outputs</c>, reply. The conversation's truth
/// stays in its own log; the thread there is a copy that may be lost and is then rebuilt.
/// </summary>
internal sealed class AssistantsApiAssistant : IAssistant
{
    private readonly AssistantOptions _options;
    private readonly ModelMeter _meter;
    private readonly TimeProvider _clock;
    private readonly RunWait _wait;
    private readonly RunSettling _settling;
    private readonly RunStart _start;
    private readonly UnwantedRuns _unwanted;

    public AssistantsApiAssistant(
        IOptions<AssistantOptions> options, ModelMeter meter, TimeProvider clock, ILogger<AssistantsApiAssistant> logger)
    {
        (_options, _meter, _clock) = (options.Value, meter, clock);
        var server = new OpenAIThreads(_options);
        _wait = new RunWait(server, _options, clock);
        _settling = new RunSettling(server, _options, clock);
        _start = new RunStart(server, new RunSubmit(server, _options), _settling, _options, clock);
        _unwanted = new UnwantedRuns(
            server, _settling, () => new RetryBudget(_options, meter, clock, clock.GetUtcNow() + _options.SettleLimit), logger);
    }

    public IAsyncEnumerable<AssistantUpdate> NextStepAsync(AssistantRequest request, CancellationToken cancellationToken)
    {
        var progress = new StepProgress(request, new RetryBudget(_options, _meter, _clock, request.Deadline), _clock);
        return new RemoteStep(progress, _start, _wait, _settling).TakeAsync(cancellationToken);
    }

    public async Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken)
    {
        if (RemoteThread.Read(holding.ProviderState) is not { } thread)
        {
            return LetGo.Nothing(holding);
        }

        var (used, unpaid) = await _unwanted.EndAsync(thread, holding, cancellationToken);
        return new(RemoteThread.Read(holding.Logged)?.LetGo(unpaid).Write() ?? holding.Logged, used);
    }

    public Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken)
    {
        var (mark, inUse) = (RemoteRun.MarkOf(request), RemoteThread.Read(taken)?.Run);
        return RemoteThread.Read(held) is { } thread
            ? _unwanted.CancelLiveAsync(
                thread, new(request.ConversationId, request.RunId, held, taken), run => run.Mark == mark && run.Id != inUse, cancellationToken)
            : Task.CompletedTask;
    }

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => this.CallPingAsync(_clock, cancellationToken);
}
