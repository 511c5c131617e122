using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills.Minds;

/// <summary>An assistant at a server of the Assistants protocol, which keeps threads and runs of its own, whoever dies meanwhile.</summary>
internal sealed class RemoteAssistant : IMind
{
    private readonly AssistantsServer _server;

    private RemoteAssistant(AssistantsServer server) => _server = server;

    public Uri Endpoint => _server.Endpoint;

    public IReadOnlyDictionary<string, string?> Settings => SettingsAt(Endpoint);

    public IEnumerable<string> Complaints =>
    [
        .. _server.LiveRuns.Select(run => $"run {run} still works at the provider, for nobody"),
        .. _server.DoubledMessages.Select(message => $"message {message} stands in its thread at the provider twice"),
    ];

    /// <param name="endpoint">Where it is reached.</param>
    public static Dictionary<string, string?> SettingsAt(Uri endpoint) => new()
    {
        ["Assistant:Provider"] = "Assistants",
        ["Assistant:Endpoint"] = endpoint.ToString(),
        ["Assistant:ApiKey"] = "none",
        ["Assistant:AssistantId"] = "asst_kills",
    };

    public static async Task<RemoteAssistant> StartAsync(CancellationToken cancellationToken) =>
        new(await AssistantsServer.StartAsync(Think, cancellationToken));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static AssistantsThought Think(AssistantsView thread) =>
        thread.Rounds.Count == 0 && Understanding.Of(thread.Newest) is { } call
            ? AssistantsThought.Calls(call.Tool, call.Arguments)
            : AssistantsThought.Says(Understanding.Answer);
}
