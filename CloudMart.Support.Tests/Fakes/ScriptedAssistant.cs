using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Plays a script, one step a request; what it was asked can be looked at afterwards.</summary>
internal sealed class ScriptedAssistant : IAssistant
{
    private readonly ConcurrentQueue<Func<AssistantRequest, CancellationToken, IAsyncEnumerable<AssistantUpdate>>> _steps = new();

    public ConcurrentQueue<AssistantRequest> Asked { get; } = new();

    public ConcurrentQueue<string> Abandoned { get; } = new();

    /// <summary>Completes with what is abandoned first.</summary>
    public TaskCompletionSource<string> LetGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is said of each that is abandoned.</summary>
    public TokenUsage? UsedByAbandoned { get; set; }

    /// <summary>What a check finds; null where all is well.</summary>
    public string? Trouble { get; set; }

    public ScriptedAssistant Says(string text) => Then(new TextPiece(text), new Answered(text));

    public ScriptedAssistant Calls(params (string Name, string Arguments)[] calls) =>
        Then(new ToolsRequired("", [.. calls.Select((call, index) => new ToolCall($"call-{index}", call.Name, call.Arguments))], "state"));

    public ScriptedAssistant Then(params AssistantUpdate[] updates) => Then((_, _) => updates.ToAsyncEnumerable());

    public ScriptedAssistant Then(Func<AssistantRequest, CancellationToken, IAsyncEnumerable<AssistantUpdate>> step)
    {
        _steps.Enqueue(step);
        return this;
    }

    /// <summary>Shows <paramref name="text"/> and then thinks until cancelled; <paramref name="reached"/> completes when it does.</summary>
    public ScriptedAssistant Hangs(string text, TaskCompletionSource reached) => Then((_, ct) => HangAsync(text, reached, ct));

    public async IAsyncEnumerable<AssistantUpdate> NextStepAsync(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Asked.Enqueue(request);
        if (!_steps.TryDequeue(out var step))
        {
            throw new InvalidOperationException($"The script has no step for request {Asked.Count}.");
        }

        await foreach (var update in step(request, cancellationToken).WithCancellation(cancellationToken))
        {
            yield return update;
        }
    }

    public Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken)
    {
        Abandoned.Enqueue(holding.ProviderState);
        LetGo.TrySetResult(holding.ProviderState);
        return Task.FromResult(new LetGo(holding.Logged, UsedByAbandoned));
    }

    public Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult(Trouble);

    private static async IAsyncEnumerable<AssistantUpdate> HangAsync(
        string text, TaskCompletionSource reached, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new TextPiece(text);
        reached.TrySetResult();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
