using System.Text;
using System.Text.Json;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.ChatCompletions;

/// <summary>One answer of a chat server, put together from its chunks; a whole completion is taken as one chunk.</summary>
internal sealed class ChatAnswer
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _refusal = new();
    private readonly ToolCallPieces _calls = new();
    private string? _finish;
    private string? _error;
    private TokenUsage? _usage;

    /// <summary>Nothing more is to be read.</summary>
    public bool IsOver { get; private set; }

    public string Text => _text.ToString();

    public bool HasText => _text.Length > 0;

    /// <summary>Why it is not whole, where the server or the stream said.</summary>
    public string? Error => _error;

    /// <summary>The stream ended; whatever broke after the answer was finished breaks nothing.</summary>
    public void Ends(string? fault) => _error = _finish is null ? _error ?? fault : _error;

    /// <returns>The piece of text that the event brought; null for any other.</returns>
    public string? Take(ProviderEvent chunk)
    {
        if (chunk.Data == "[DONE]")
        {
            _finish ??= HasText || _calls.Any ? "stop" : null;
            IsOver = true;
            return null;
        }

        if (JsonReading.TryParse(chunk.Data) is { } body)
        {
            return Take(body);
        }

        _error = "a chunk was no JSON";
        IsOver = true;
        return null;
    }

    /// <inheritdoc cref="Take(ProviderEvent)"/>
    public string? Take(JsonElement body)
    {
        if (body.At("error") is { } error)
        {
            _error = error.TextAt("message") ?? error.RawText();
            _finish = error.TextAt("code") == "content_filter" ? "content_filter" : _finish;
            IsOver = true;
            return null;
        }

        _usage = body.NumberAt("usage", "prompt_tokens") is { } input
            ? new TokenUsage(input, body.NumberAt("usage", "completion_tokens") ?? 0)
            : _usage;
        return body.ListAt("choices").FirstOrDefault() is { ValueKind: JsonValueKind.Object } choice ? TakeChoice(choice) : null;
    }

    /// <returns>How the step ended; null when the answer broke off and has to be asked for again.</returns>
    public StepEnded? End() => _finish switch
    {
        "content_filter" => new StepFailed(StepFailure.Declined, _error ?? "the provider's filter blocked the answer", Text, Usage: _usage),
        "length" => new StepFailed(StepFailure.CutOff, "the answer reached the model's length limit", Text, Usage: _usage),
        null => null,
        _ when _error is not null => null,
        _ when _refusal.Length > 0 => new StepFailed(StepFailure.Declined, $"the model refused: {_refusal}", Text, Usage: _usage),
        _ when _calls.Any => new ToolsRequired(Text, _calls.Calls, Usage: _usage),
        _ => new Answered(Text, Usage: _usage),
    };

    private string? TakeChoice(JsonElement choice)
    {
        _finish = choice.TextAt("finish_reason") is { Length: > 0 } finish ? finish : _finish;
        var isWhole = choice.At("message") is not null;
        if ((choice.At("delta") ?? choice.At("message")) is not { } delta)
        {
            return null;
        }

        _refusal.Append(delta.TextAt("refusal"));
        foreach (var (position, call) in delta.ListAt("tool_calls").Index())
        {
            _calls.Add(
                call.NumberAt("index") ?? (isWhole ? position : null), call.TextAt("id"), call.TextAt("function", "name"), Arguments(call));
        }

        var piece = delta.TextAt("content");
        _text.Append(piece);
        return piece;
    }

    /// <summary>Text by the protocol, an object where a server knows better.</summary>
    private static string? Arguments(JsonElement call) => call.At("function", "arguments") switch
    {
        { ValueKind: JsonValueKind.Object } json => json.RawText(),
        _ => call.TextAt("function", "arguments"),
    };
}
