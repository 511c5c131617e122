using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills;

/// <summary>
/// A model at a chat server, which outlives the servers that ask it. It takes its time over every step and writes word by word, so that
/// a kill at any moment finds turns at every stage.
/// </summary>
internal sealed partial class SlowModel : IAsyncDisposable
{
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenWords = TimeSpan.FromMilliseconds(25);

    private readonly ChatServer _server;
    private TaskCompletionSource _call = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SlowModel(ChatServer server) => _server = server.Writes(ThinkAsync);

    /// <summary>What makes a product ask it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Assistant:Provider"] = "OpenAI",
        ["Assistant:Endpoint"] = _server.Endpoint.ToString(),
        ["Assistant:ApiKey"] = "none",
        ["Assistant:Model"] = "slow",
    };

    public static async Task<SlowModel> StartAsync(CancellationToken cancellationToken) =>
        new(await ChatServer.StartAsync(cancellationToken));

    /// <summary>Ends when the model has next asked for a tool: the server is about to log the call and to execute it.</summary>
    public Task NextCallAsync() => Volatile.Read(ref _call).Task;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async IAsyncEnumerable<string> ThinkAsync(JsonObject asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Thinking, TimeProvider.System, cancellationToken);
        var newest = asked["messages"]!.AsArray()[^1]!;
        var order = OrderId().Match(newest["content"]!.GetValue<string>());
        if (newest["role"]!.GetValue<string>() == "user" && order.Success)
        {
            yield return ChatServer.Calling(0, "call_1", "cancel_order", $$"""{"orderId":"{{order}}","reason":null}""");
            yield return ChatServer.Finish("tool_calls");
            Interlocked.Exchange(ref _call, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            yield break;
        }

        foreach (var word in $"That is done {order} and you will hear of it by mail, too.".Split(' '))
        {
            yield return ChatServer.Says($"{word} ");
            await Task.Delay(BetweenWords, TimeProvider.System, cancellationToken);
        }

        yield return ChatServer.Finish("stop");
    }

    [GeneratedRegex(@"CM-\d+")]
    private static partial Regex OrderId();
}
