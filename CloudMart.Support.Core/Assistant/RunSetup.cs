using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

public static class RunSetup
{
    /// <summary>The run loop, its worker and the sweep. Needs a store, the conversations, the tools and an assistant.</summary>
    public static IServiceCollection AddRunWorker(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<RunOptions>().BindConfiguration(RunOptions.Section);
        services.AddSingleton<IValidateOptions<RunOptions>, RunOptionsValidator>();
        services.AddInstruments();
        services.AddSingleton<RecentSteps>();
        services.AddSingleton<ModelSteps>();
        services.AddSingleton<ModelPrices>();
        services.AddSingleton<StorePatience>();
        services.AddSingleton<Thinking>();
        services.AddSingleton<LettingGo>();
        services.AddOptionsWithValidateOnStart<ConsentOptions, ConsentOptionsValidator>().BindConfiguration(ConsentOptions.Section);
        services.AddOptionsWithValidateOnStart<ApprovalOptions, ApprovalOptionsValidator>().BindConfiguration(ApprovalOptions.Section);
        services.AddSingleton<ConsentGate>();
        services.AddSingleton<CallDecision>();
        services.AddSingleton<CallExecution>();
        services.AddSingleton<OperationExecution>();
        services.AddSingleton<RunLoop>();
        services.AddSingleton<RunFacts>();
        services.AddSingleton<RunJournals>();
        services.AddSingleton<ConversationWork>();
        services.AddSingleton<HandOverService>();
        services.AddSingleton<ActiveConversations>();
        services.AddSingleton<RunWorker>();
        services.AddSingleton<IRunBacklog>(provider => provider.GetRequiredService<RunWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<RunWorker>());
        services.AddHostedService<OwedSweep>();
        return services;
    }
}
