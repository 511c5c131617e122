using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Assistant.Embedded;
using CloudMart.Support.Core.Assistant.Embedded.Dialogue;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Answers by rules, without a model or a network: the same thread always gives the same step. It knows only what is in the thread, so
/// any node can go on with any conversation.
/// </summary>
/// <param name="clock">For dates in words and for the pace of writing.</param>
/// <param name="options">The pace.</param>
public sealed class EmbeddedAssistant(TimeProvider clock, IOptions<EmbeddedOptions> options) : IAssistant
{
    public async IAsyncEnumerable<AssistantUpdate> NextStepAsync(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new Turn(
            ThreadMemory.Of(request.Thread),
            request.Tools.Select(tool => tool.Name).ToHashSet(),
            request.Customer.Name,
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        if (new DialogueStep(turn).Compose() is not { } answer)
        {
            var calls = turn.Calls.Select((call, index) => call with { ProviderCallId = $"call_{request.Step}_{index}" });
            yield return new ToolsRequired("", [.. calls]);
            yield break;
        }

        foreach (var piece in Pieces.Of(answer))
        {
            yield return new TextPiece(piece);
            if (options.Value.PieceDelay > TimeSpan.Zero)
            {
                await Task.Delay(options.Value.PieceDelay, clock, cancellationToken);
            }
        }

        yield return new Answered(answer);
    }

    /// <summary>Nothing is held anywhere.</summary>
    public Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken) => Task.FromResult(LetGo.Nothing(holding));

    public Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>There is nothing that could be out of reach.</summary>
    public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
