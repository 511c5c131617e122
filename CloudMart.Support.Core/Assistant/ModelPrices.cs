using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Puts a price on tokens at the moment they are used: what a conversation has cost does not change when prices do.</summary>
internal sealed class ModelPrices(IOptions<AssistantOptions> options)
{
    private const decimal Million = 1_000_000;

    /// <summary>More than any step takes. A server that counts wrong must neither use up a conversation's tokens for ever nor give some back.</summary>
    private const long MostTokens = 100_000_000;

    private readonly decimal _input = options.Value.InputPricePerMillion ?? 0;
    private readonly decimal _output = options.Value.OutputPricePerMillion ?? 0;

    public TokenUsage? Priced(TokenUsage? usage)
    {
        if (usage is null)
        {
            return null;
        }

        var (input, output) = (Math.Clamp(usage.Input, 0, MostTokens), Math.Clamp(usage.Output, 0, MostTokens));
        return new TokenUsage(input, output) { Cost = ((input * _input) + (output * _output)) / Million };
    }
}
