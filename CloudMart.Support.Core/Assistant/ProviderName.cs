namespace CloudMart.Support.Core.Assistant;

/// <summary>Who thinks, in the words of OpenTelemetry's conventions where it has one.</summary>
internal static class ProviderName
{
    public static string Of(AssistantOptions options) => options.Provider switch
    {
        AssistantProvider.AzureOpenAI => "azure.ai.openai",
        AssistantProvider.Embedded => "cloudmart.embedded",
        _ => "openai",
    };

    /// <summary>As the settings name it, not as the server answers.</summary>
    public static string ModelOf(AssistantOptions options) =>
        options.Model ?? (options.Provider is AssistantProvider.Embedded ? "rules" : options.AssistantId ?? "default");
}
