using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.AI.OpenAI;
using Azure.Identity;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Chat;

namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>The SDK's clients as the settings want them.</summary>
internal static class OpenAIConnection
{
    public static ChatClient Chat(AssistantOptions options) => options.Provider is AssistantProvider.AzureOpenAI
        ? Azure(options).GetChatClient(options.Model)
        : OpenAI(options).GetChatClient(options.Model);

    public static AssistantClient Assistants(AssistantOptions options) => OpenAI(options).GetAssistantClient();

    private static AzureOpenAIClient Azure(AssistantOptions options)
    {
        var client = WithoutRetries(new AzureOpenAIClientOptions(), options);
        return options.Auth is AssistantAuth.Entra
            ? new AzureOpenAIClient(options.Endpoint, new DefaultAzureCredential(), client)
            : new AzureOpenAIClient(options.Endpoint, new ApiKeyCredential(options.ApiKey!), client);
    }

    private static OpenAIClient OpenAI(AssistantOptions options)
    {
        var client = WithoutRetries(new OpenAIClientOptions { Endpoint = options.Endpoint }, options);
        return new OpenAIClient(new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? "none" : options.ApiKey), client);
    }

    /// <summary>
    /// The SDK would send a lost POST again at once, which begins a second run; only who knows what was asked can tell whether to.
    /// </summary>
    private static T WithoutRetries<T>(T client, AssistantOptions options)
        where T : ClientPipelineOptions
    {
        client.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        client.NetworkTimeout = options.SilenceLimit;
        return client;
    }
}
