using System.Runtime.CompilerServices;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Insights.Recounting;

/// <summary>An assistant that answers, calls tools (some that there are not), hands over or fails, as chance will have it.</summary>
internal sealed class AnyMood(int seed, string orderId) : IAssistant
{
    private readonly (string Tool, string Arguments)[] _calls =
    [
        ("get_order", $$"""{"orderId":"{{orderId}}"}"""),
        ("get_order", """{"orderId":"CM-1"}"""),
        ("list_orders", """{"status":null}"""),
        ("cancel_order", $$"""{"orderId":"{{orderId}}","reason":null}"""),
        ("cancel_order", "{}"),
        ("no_such_tool", "{}"),
        ("hand_off_to_staff", """{"reason":"Wants a person.","summary":"Nothing yet."}"""),
    ];

    private readonly Random _chance = new(seed);

    public async IAsyncEnumerable<AssistantUpdate> NextStepAsync(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var usage = new TokenUsage(_chance.Next(2_000), _chance.Next(200)) { Cost = _chance.Next(10_000) / 10_000_000m };
        yield return _chance.Next(10) switch
        {
            < 5 => new Answered("So it is.", Usage: usage),
            < 9 when request.Tools.Length > 0 => new ToolsRequired("", [Call(), .. _chance.Next(3) == 0 ? [Call()] : Array.Empty<ToolCall>()], Usage: usage),
            9 => new StepFailed(StepFailure.Declined, "A filter.", Usage: usage),
            _ => new Answered("That is all.", Usage: usage),
        };
    }

    public Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken) => Task.FromResult(LetGo.Nothing(holding));

    public Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    private ToolCall Call()
    {
        var (tool, arguments) = _calls[_chance.Next(_calls.Length)];
        return new("call", tool, arguments);
    }
}
