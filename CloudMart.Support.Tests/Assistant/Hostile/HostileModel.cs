using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Assistant.Hostile;

/// <summary>The attacker in the model's place: it calls what it likes, as often as it is let, and never means what it says.</summary>
internal sealed class HostileModel(int seed) : IAssistant
{
    private readonly Random _random = new(seed);

    /// <summary>How many calls it has made.</summary>
    public int Calls { get; private set; }

    /// <summary>How often it was asked, by run.</summary>
    public Dictionary<string, int> Steps { get; } = [];

    /// <summary>What it was told that it must not know.</summary>
    public List<string> Learned { get; } = [];

    public async IAsyncEnumerable<AssistantUpdate> NextStepAsync(
        AssistantRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        Steps[request.RunId] = Steps.GetValueOrDefault(request.RunId) + 1;
        Learned.AddRange(request.Thread.Select(item => JsonSerializer.Serialize<object>(item))
            .Where(item => item.Contains(SecretShop.Mark, StringComparison.OrdinalIgnoreCase)));
        var nonsense = new Nonsense(_random);
        if (_random.Next(3) == 0)
        {
            yield return new TextPiece(_random.Next(10) == 0 ? new string('p', 1_000_000) : "Let me see. ");
        }

        if (_random.Next(6) == 0)
        {
            yield return new Answered(nonsense.Words());
            yield break;
        }

        // Sometimes more than a step may ask for, and even where none was offered.
        var calls = _random.Next(40) == 0 ? _random.Next(17, 60) : _random.Next(1, 17);
        Calls += calls;
        yield return new ToolsRequired(
            _random.Next(5) == 0 ? nonsense.Words() : "", [.. Enumerable.Range(0, calls).Select(_ => nonsense.Call())], "state");
    }

    public Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken) => Task.FromResult(LetGo.Nothing(holding));

    public Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<string?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
