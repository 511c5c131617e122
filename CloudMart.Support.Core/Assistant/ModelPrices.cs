using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Puts a price on tokens at the moment they are used: what a conversation has cost does not change when prices do.</summary>
internal sealed class ModelPrices(IOptions<AssistantOptions> options)
{
    private const decimal Million = 1_000_000;

    private readonly decimal _input = options.Value.InputPricePerMillion ?? 0;
    private readonly decimal _output = options.Value.OutputPricePerMillion ?? 0;

    public TokenUsage? Priced(TokenUsage? usage)
    {
        if (usage is null)
        {
            return null;
        }

        var told = TokenUsage.Told(usage.Input, usage.Output);
        return told with { Cost = ((told.Input * _input) + (told.Output * _output)) / Million };
    }
}
