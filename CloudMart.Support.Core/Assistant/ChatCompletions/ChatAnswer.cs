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
    private int _told;

    /// <summary>Nothing more is to be read.</summary>
    public bool IsOver { get; private set; }

    public string Text => _text.ToString(0, _told);

    public bool HasText => _told > 0;

    /// <summary>Tokens, where the server said.</summary>
    public TokenUsage? Usage { get; private set; }

    /// <summary>Why it is not whole, where that is known. Whatever breaks after the answer was finished breaks nothing.</summary>
    public ProviderReply? Fault { get; private set; }

    /// <returns>The piece of text that the event brought; null for any other.</returns>
    public string? Take(ProviderEvent chunk)
    {
        if (chunk.Data == "[DONE]")
        {
            FinishAsItIs();
            IsOver = true;
            return null;
        }

        if (JsonReading.TryParse(chunk.Data) is { } body)
        {
            return Take(body);
        }

        Break(new Unreached("a chunk was no JSON"));
        return null;
    }

    /// <summary>Nothing more comes.</summary>
    public void Break(ProviderReply? fault)
    {
        Fault ??= _finish is null ? fault : null;
        IsOver = true;
    }

    /// <inheritdoc cref="Take(ProviderEvent)"/>
    public string? Take(JsonElement body)
    {
        if (body.At("error") is { } error)
        {
            Break(RefusalOf(error));
            return null;
        }

        Usage = body.NumberAt("usage", "prompt_tokens") is { } input
            ? TokenUsage.Told(input, body.NumberAt("usage", "completion_tokens") ?? 0)
            : Usage;
        return body.ListAt("choices").FirstOrDefault() is { ValueKind: JsonValueKind.Object } choice ? TakeChoice(choice) : null;
    }

    /// <returns>How the step ended; null when the answer broke off and has to be asked for again.</returns>
    public StepEnded? End() => _finish switch
    {
        "content_filter" => new StepFailed(StepFailure.Declined, "the provider's filter blocked the answer", Text),
        "length" => new StepFailed(StepFailure.CutOff, "the answer reached the model's length limit", Text),
        null => null,
        _ when _refusal.Length > 0 => new StepFailed(StepFailure.Declined, $"the model refused: {_refusal}", Text),
        _ when _calls.Any => new ToolsRequired(Text, _calls.Calls),
        _ => new Answered(Text),
    };

    private string? TakeChoice(JsonElement choice)
    {
        _finish = choice.TextAt("finish_reason") is { Length: > 0 } finish ? finish : _finish;
        var isWhole = choice.At("delta") is null;
        if ((choice.At("delta") ?? choice.At("message")) is not { } delta)
        {
            return null;
        }

        _refusal.Append(delta.TextAt("refusal"));
        foreach (var (position, call) in delta.ListAt("tool_calls").Index())
        {
            _calls.Add(
                isWhole ? position : call.NumberAt("index"),
                call.TextAt("id") ?? "",
                call.TextAt("function", "name") ?? "",
                Arguments(call) ?? "");
        }

        _text.Append(delta.TextAt("content"));
        var piece = Untold();
        if (isWhole)
        {
            FinishAsItIs();
        }

        return piece;
    }

    /// <summary>Half a pair of surrogates waits for the other half, which the next piece brings.</summary>
    private string Untold()
    {
        var (from, through) = (_told, _text.Length);
        _told = through > from && char.IsHighSurrogate(_text[^1]) ? through - 1 : through;
        return _text.ToString(from, _told - from);
    }

    /// <summary>Some servers give no reason for having finished; whoever has said nothing has not.</summary>
    private void FinishAsItIs() => _finish ??= HasText || _calls.Any || _refusal.Length > 0 ? "stop" : null;

    /// <summary>It came with the status of a success, so its own code stands for the status where it can.</summary>
    private static Refused RefusalOf(JsonElement error) => new(
        error.NumberAt("code") is { } status and >= 400 and < 600 ? (int)status : 500,
        error.TextAt("code") ?? error.TextAt("type") ?? "",
        BoundedText.Cut(error.TextAt("message") ?? error.RawText(), OpenAICall.LongestMessage));

    /// <summary>Text by the protocol, an object where a server knows better.</summary>
    private static string? Arguments(JsonElement call) => call.TextAt("function", "arguments")
        ?? (call.At("function", "arguments") is { ValueKind: JsonValueKind.Object } json ? json.RawText() : null);
}
