using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Assistant;

namespace CloudMart.Support.Tests.Kills.Points;

/// <summary>An assistant around whose taking of outputs a server can die.</summary>
internal sealed class AssistantWithTrap(IAssistant assistant, Trap trap) : IAssistant
{
    public async IAsyncEnumerable<AssistantUpdate> NextStepAsync(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var submits = request.Step > 0;
        if (submits)
        {
            trap.Pass(KillPoint.BeforeSubmit);
        }

        await foreach (var update in assistant.NextStepAsync(request, cancellationToken))
        {
            if (submits && update is not Holds)
            {
                submits = false;
                trap.Pass(KillPoint.AfterSubmit);
            }

            yield return update;
        }
    }

    public Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken) =>
        assistant.AbandonAsync(holding, cancellationToken);

    public Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken) =>
        assistant.WithdrawAsync(request, held, taken, cancellationToken);

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => assistant.CheckAsync(cancellationToken);
}
