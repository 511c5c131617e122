using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Names the setting that is missing for the chosen provider; never says what a setting holds, because one is a secret.</summary>
internal sealed class AssistantOptionsValidator : IValidateOptions<AssistantOptions>
{
    private static readonly AssistantRanges Ranges = new();

    public ValidateOptionsResult Validate(string? name, AssistantOptions options)
    {
        var ranges = Ranges.Validate(name, options);
        var missing = Missing(options).ToList();
        return missing.Count == 0 ? ranges : ValidateOptionsResult.Fail([.. ranges.Failures ?? [], .. missing]);
    }

    private static IEnumerable<string> Missing(AssistantOptions options)
    {
        if (NeedsEndpoint(options.Provider) && options.Endpoint is null)
        {
            yield return Required("Endpoint", options.Provider);
        }

        if (options.Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme is "http" or "https"))
        {
            yield return "Assistant:Endpoint has to be an absolute http or https address.";
        }

        if (options.Provider is AssistantProvider.AzureOpenAI or AssistantProvider.OpenAI && string.IsNullOrWhiteSpace(options.Model))
        {
            yield return Required("Model", options.Provider);
        }

        if (options.Provider is AssistantProvider.Assistants && string.IsNullOrWhiteSpace(options.AssistantId))
        {
            yield return Required("AssistantId", options.Provider);
        }

        if (NeedsKey(options) && string.IsNullOrWhiteSpace(options.ApiKey))
        {
            yield return Required("ApiKey", options.Provider);
        }

        if (options.InputPricePerMillion is null != options.OutputPricePerMillion is null)
        {
            var other = options.InputPricePerMillion is null ? "InputPricePerMillion" : "OutputPricePerMillion";
            yield return $"Assistant:{other} is missing: costs are told by both prices, or not at all.";
        }

        if (options.Auth is AssistantAuth.Entra && options.Provider is AssistantProvider.OpenAI or AssistantProvider.Assistants)
        {
            yield return "Assistant:Auth is Entra, which only provider AzureOpenAI takes.";
        }
    }

    private static bool NeedsEndpoint(AssistantProvider provider) =>
        provider is AssistantProvider.AzureOpenAI or AssistantProvider.Assistants;

    private static bool NeedsKey(AssistantOptions options) => options.Provider switch
    {
        AssistantProvider.AzureOpenAI => options.Auth is AssistantAuth.ApiKey,
        AssistantProvider.OpenAI => options.Endpoint is not { IsAbsoluteUri: true, Host: not "api.openai.com" },
        _ => false,
    };

    private static string Required(string setting, AssistantProvider provider) =>
        $"Assistant:{setting} is missing: provider {provider} needs it.";
}

[OptionsValidator]
internal sealed partial class AssistantRanges : IValidateOptions<AssistantOptions>;
