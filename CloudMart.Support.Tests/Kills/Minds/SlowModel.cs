using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills.Minds;

/// <summary>
/// A model at a chat server. It takes its time over every step and writes word by word, so that a fault at any moment finds turns at every
/// stage.
/// </summary>
internal sealed class SlowModel : IMind
{
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenWords = TimeSpan.FromMilliseconds(25);

    private readonly ChatServer _server;

    private SlowModel(ChatServer server) => _server = server.Writes(ThinkAsync);

    public Uri Endpoint => _server.Endpoint;

    public IReadOnlyDictionary<string, string?> Settings => SettingsAt(Endpoint);

    /// <param name="endpoint">Where it is reached.</param>
    public static Dictionary<string, string?> SettingsAt(Uri endpoint) => new()
    {
        ["Assistant:Provider"] = "OpenAI",
        ["Assistant:Endpoint"] = endpoint.ToString(),
        ["Assistant:ApiKey"] = "none",
        ["Assistant:Model"] = "slow",
    };

    public static async Task<SlowModel> StartAsync(CancellationToken cancellationToken) =>
        new(await ChatServer.StartAsync(cancellationToken));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async IAsyncEnumerable<string> ThinkAsync(
        JsonObject asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Thinking, TimeProvider.System, cancellationToken);
        var newest = asked["messages"]!.AsArray()[^1]!;
        if (newest["role"]!.GetValue<string>() == "user" && Understanding.Of(newest["content"]!.GetValue<string>()) is { } call)
        {
            yield return ChatServer.Calling(0, "call_1", call.Tool, call.Arguments);
            yield return ChatServer.Finish("tool_calls");
            yield break;
        }

        foreach (var word in Understanding.Answer)
        {
            yield return ChatServer.Says(word);
            await Task.Delay(BetweenWords, TimeProvider.System, cancellationToken);
        }

        yield return ChatServer.Finish("stop");
    }
}
