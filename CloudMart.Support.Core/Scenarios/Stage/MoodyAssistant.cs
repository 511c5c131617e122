using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Assistant;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>The configured assistant, behind a server that does what the scenario says.</summary>
internal sealed class MoodyAssistant(IAssistant assistant, AssistantMood mood) : IAssistant
{
    public async IAsyncEnumerable<AssistantUpdate> NextStepAsync(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var newest = request.Thread.OfType<CustomerMessage>().Select(message => message.Number).LastOrDefault();
        await mood.WaitAsync(request.ConversationId, newest, cancellationToken);
        if (mood.IsAway)
        {
            yield return new StepFailed(StepFailure.Unavailable, "the scenario says that the assistant's server is away");
            yield break;
        }

        await foreach (var update in assistant.NextStepAsync(request, cancellationToken))
        {
            yield return update;
        }
    }

    public Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken) =>
        assistant.AbandonAsync(holding, cancellationToken);

    public Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken) =>
        assistant.WithdrawAsync(request, held, taken, cancellationToken);

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => assistant.CheckAsync(cancellationToken);
}

internal static class MoodyAssistantSetup
{
    /// <summary>Puts the mood before whichever assistant was registered.</summary>
    public static IServiceCollection AddMood(this IServiceCollection services, AssistantMood mood)
    {
        var chosen = services.Last(service => service.ServiceType == typeof(IAssistant)).ImplementationType!;
        return services.AddSingleton<IAssistant>(
            provider => new MoodyAssistant((IAssistant)ActivatorUtilities.CreateInstance(provider, chosen), mood));
    }
}
