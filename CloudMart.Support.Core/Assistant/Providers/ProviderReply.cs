using System.Text.Json;

namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>What came of one HTTP call to a provider. Whatever the server or the network did is a value here, never an exception.</summary>
internal abstract record ProviderReply;

/// <summary>A success with a JSON body.</summary>
/// <param name="Body">The body.</param>
/// <param name="PollAfter">When the server wants to be asked again (<c>openai-poll-after-ms</c>), where it says.</param>
internal sealed record Accepted(JsonElement Body, TimeSpan? PollAfter = null) : ProviderReply;

/// <summary>A success whose body is server-sent events; whoever gets it disposes it.</summary>
internal sealed record Streamed(ProviderStream Events) : ProviderReply;

/// <summary>The server said no, or that it cannot now.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The error's code, or its type where it has none; may be empty.</param>
/// <param name="Message">The server's words, bounded.</param>
/// <param name="RetryAfter">How long it asks to be left alone.</param>
internal sealed record Refused(int Status, string Code, string Message, TimeSpan? RetryAfter = null) : ProviderReply
{
    private static readonly string[] TooLongWords =
    [
        "context length", "context size", "context window", "contextwindow", "maximum context", "prompt is too long", "input is too long", "too many tokens",
    ];

    /// <summary>The provider's filter does not let through what was sent.</summary>
    public bool IsBlocked => Code is "content_filter" or "content_policy_violation" or "invalid_prompt";

    /// <summary>The thread is more than the model takes. Not every server has a code for it, and then only the words tell.</summary>
    public bool IsTooLong => Status == 413
        || Code is "context_length_exceeded" or "exceed_context_size_error"
        || (Status is 400 or 500 && TooLongWords.Any(words => Message.Contains(words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>No server said so: its answer was none.</summary>
    public bool IsOurs => Code is "no_json" or "no_id";

    /// <summary>The same call may succeed later.</summary>
    public bool MayPass => Status is 408 or 409 or 429 or >= 500 && Code != "insufficient_quota" && !IsBlocked && !IsTooLong;

    /// <summary>The call may have been carried out all the same.</summary>
    public bool MayHaveArrived => Status is 408 or >= 500;
}

/// <summary>No reply, or half of one. Nobody knows whether the call was carried out.</summary>
internal sealed record Unreached(string Cause) : ProviderReply;

/// <summary>The credentials could not even be made.</summary>
internal sealed record Unauthorized(string Cause) : ProviderReply;
