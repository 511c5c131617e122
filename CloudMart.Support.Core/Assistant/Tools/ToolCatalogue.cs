using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>All tools by name. Every call gets a decision, whatever the model wrote: what makes no sense is answered in words.</summary>
public sealed class ToolCatalogue(IEnumerable<ITool> tools)
{
    /// <summary>In characters; the largest sensible call, a hand-over's summary, is far below it.</summary>
    private const int MaxArguments = 16 * 1024;

    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = 16 };

    private readonly ImmutableDictionary<string, ITool> _tools = tools.ToImmutableDictionary(tool => tool.Description.Name);

    /// <summary>What the assistant may ask for, always in the same order, so that a provider can cache its prompt.</summary>
    public ImmutableArray<ToolDescription> Descriptions { get; } =
        [.. tools.Select(tool => tool.Description).OrderBy(description => description.Name, StringComparer.Ordinal)];

    /// <summary>What to show while <paramref name="call"/> is carried out.</summary>
    public string Doing(ToolCall call) => _tools.TryGetValue(call.Name, out var tool) && TryParse(call.Arguments, out var arguments)
        ? tool.Doing(arguments)
        : "Working on it…";

    internal bool Has(string name) => _tools.ContainsKey(name);

    /// <summary>A name as logs and telemetry may have it: what the model wrote may name no tool, and say anything.</summary>
    internal string NameOf(string name) => Has(name) ? name : "unknown";

    /// <summary>What names no tool changes nothing either.</summary>
    internal bool OnlyReads(string name) => !_tools.TryGetValue(name, out var tool) || tool.OnlyReads;

    /// <summary>Decides <paramref name="call"/>. Throws only for faults of the store, bugs and cancellation.</summary>
    public Task<ToolDecision> DecideAsync(ToolCall call, ToolContext context, CancellationToken cancellationToken)
    {
        if (!_tools.TryGetValue(call.Name, out var tool))
        {
            var known = string.Join(", ", Descriptions.Select(description => description.Name));
            return Task.FromResult(Error($"There is no tool of that name. The tools are: {known}."));
        }

        return TryParse(call.Arguments, out var arguments)
            ? tool.DecideAsync(arguments, context, cancellationToken)
            : Task.FromResult(Error("The arguments have to be one JSON object as the schema describes it."));
    }

    private static ToolDecision Error(string message) => new(ToolOutput.Error(message));

    /// <summary>No text at all stands for an empty object: some servers send it where all arguments are optional.</summary>
    private static bool TryParse(string text, out JsonElement arguments)
    {
        arguments = default;
        if (text.Length > MaxArguments)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(string.IsNullOrWhiteSpace(text) ? "{}" : text, Parsing);
            arguments = document.RootElement.Clone();
            return arguments.ValueKind == JsonValueKind.Object;
        }
        catch (Exception nonsense) when (nonsense is JsonException or ArgumentException)
        {
            // What a model writes is input, half a pair of surrogates (the second kind) as well, and the answer says what is wrong with it.
            return false;
        }
    }
}
