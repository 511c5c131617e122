using System.ComponentModel.DataAnnotations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Who thinks, section <c>Assistant</c>. What is required depends on <see cref="Provider"/>.</summary>
public sealed class AssistantOptions
{
    public const string Section = "Assistant";

    /// <summary>Default: the embedded assistant, which needs nothing.</summary>
    public AssistantProvider Provider { get; set; } = AssistantProvider.Embedded;

    /// <summary>
    /// Azure OpenAI: the resource, <c>https://NAME.openai.azure.com</c>. OpenAI and Assistants: the base with its version, e.g.
    /// <c>http://localhost:11434/v1</c> for Ollama; left out, provider OpenAI means OpenAI's own.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>May be left out where the endpoint is one's own server.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Entra signs in to Azure OpenAI by <c>DefaultAzureCredential</c>. Default: by key.</summary>
    public AssistantAuth Auth { get; set; } = AssistantAuth.ApiKey;

    /// <summary>The model; for Azure OpenAI the deployment's name. For Assistants it replaces the assistant's own model.</summary>
    public string? Model { get; set; }

    /// <summary>The assistant at a server of the Assistants protocol, e.g. <c>asst_abc</c>.</summary>
    public string? AssistantId { get; set; }

    /// <summary>Answers arrive while they are written; false asks for whole ones (Assistants: polls the run). Default true.</summary>
    public bool Streaming { get; set; } = true;

    /// <summary>Tokens of one answer; for Assistants of a whole run, whose least the protocol sets. Default 1,024.</summary>
    [Range(256, 100_000)]
    public int MaxOutputTokens { get; set; } = 1024;

    /// <summary>What a million tokens of a request cost, in the shop's currency. Left out, tokens are counted and costs are not.</summary>
    [Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public decimal? InputPricePerMillion { get; set; }

    /// <summary>What a million tokens of an answer cost; set together with the other price.</summary>
    [Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public decimal? OutputPricePerMillion { get; set; }

    /// <summary>How often one step is tried again after a fault that may pass. Default 4.</summary>
    [Range(0, 10)]
    public int MaxRetries { get; set; } = 4;

    /// <summary>The first pause before trying again; each further one is twice as long, up to 8 seconds. Default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a provider may send nothing before the call counts as lost. Default 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan SilenceLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a run is looked at where it is polled, unless the server asks for another pace. Default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a cancelled run of the Assistants protocol may take to end before its thread is left behind. Default 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan SettleLimit { get; set; } = TimeSpan.FromSeconds(5);
}

public enum AssistantProvider
{
    /// <summary>Rules in this process, no AI.</summary>
    Embedded,

    /// <summary>A deployment at Azure OpenAI.</summary>
    AzureOpenAI,

    /// <summary>OpenAI, or any server of its chat completions.</summary>
    OpenAI,

    /// <summary>A server of the Assistants v2 protocol.</summary>
    Assistants,
}

public enum AssistantAuth
{
    ApiKey,
    Entra,
}
