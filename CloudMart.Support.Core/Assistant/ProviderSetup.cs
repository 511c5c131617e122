using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Assistant.ChatCompletions;
using CloudMart.Support.Core.Assistant.Embedded;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Who thinks: the setting <c>Assistant:Provider</c> names it.</summary>
public static class ProviderSetup
{
    private const string Setting = $"{AssistantOptions.Section}:{nameof(AssistantOptions.Provider)}";

    /// <exception cref="OptionsValidationException"><c>Assistant:Provider</c> names none of the providers.</exception>
    public static IServiceCollection AddAssistantProvider(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = configuration[Setting] ?? nameof(AssistantProvider.Embedded);
        services.TryAddSingleton(TimeProvider.System);
        services.AddInstruments();
        services.AddOptionsWithValidateOnStart<AssistantOptions, AssistantOptionsValidator>().BindConfiguration(AssistantOptions.Section);
        return provider switch
        {
            nameof(AssistantProvider.Embedded) => services.AddEmbeddedAssistant(),
            nameof(AssistantProvider.AzureOpenAI) or nameof(AssistantProvider.OpenAI) =>
                services.AddSingleton<IAssistant, ChatCompletionsAssistant>(),
            nameof(AssistantProvider.Assistants) => services.AddSingleton<IAssistant, AssistantsApiAssistant>(),
            _ => throw new OptionsValidationException(
                Setting, typeof(AssistantProvider), [$"{Setting} is '{provider}'; it can be {string.Join(", ", Enum.GetNames<AssistantProvider>())}."]),
        };
    }

    private static IServiceCollection AddEmbeddedAssistant(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<EmbeddedOptions, EmbeddedOptionsValidator>().BindConfiguration(EmbeddedOptions.Section);
        return services.AddSingleton<IAssistant, EmbeddedAssistant>();
    }
}
