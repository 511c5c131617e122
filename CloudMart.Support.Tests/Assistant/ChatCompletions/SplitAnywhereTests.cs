using System.Text;
using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.ChatCompletions;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

/// <summary>Wherever networks and servers split an answer, what is read of it is the same.</summary>
public sealed class SplitAnywhereTests
{
    private const string Order = """{"orderId":"CM-1","note":"ça \"va\" 📦\n"}""", Filter = """{"status":null,"query":"Zoë’s 👜"}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stream_of_calls_is_read_the_same_wherever_the_network_splits_it()
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(
            ((string[])["""{"choices":[{"delta":{"content":"Ça 📦"}}]}""", .. CallsCutAt(7, 9), ChatServer.Finish("tool_calls"), "[DONE]"])
                .Select(chunk => $"data: {chunk}\r\n\r\n")));
        for (var split = 0; split <= body.Length; split++)
        {
            var (shown, end) = await ReadAsync(new PortionedStream(body, split));
            Assert.Equal("Ça 📦", shown);
            AssertBothCalls(end);
        }

        AssertBothCalls((await ReadAsync(PortionedStream.Of(body, 1))).End);
    }

    [Fact]
    public async Task A_recorded_stream_is_read_the_same_wherever_the_network_splits_it()
    {
        var frames = Assert.Single(SharedRecordings.Read(Path.Combine("chat", "ChatStreaming.json"))).Body.Split("\n\n");
        var body = Encoding.UTF8.GetBytes(string.Join("\n\n", [.. frames.Take(12), .. frames.TakeLast(4)]));
        var (text, end) = await ReadAsync(new MemoryStream(body));
        Assert.NotEmpty(text);
        for (var split = 0; split <= body.Length; split++)
        {
            Assert.Equal((text, end), await ReadAsync(new PortionedStream(body, split)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1021)]
    public async Task A_whole_recording_is_read_the_same_in_portions_of_any_size(int size)
    {
        var body = Encoding.UTF8.GetBytes(Assert.Single(SharedRecordings.Read(Path.Combine("chat", "ChatStreaming.json"))).Body);
        Assert.Equal(await ReadAsync(new MemoryStream(body)), await ReadAsync(PortionedStream.Of(body, size)));
    }

    [Fact]
    public void Two_calls_are_gathered_wherever_the_server_splits_and_mixes_them()
    {
        for (var first = 0; first <= Order.Length; first++)
        {
            for (var second = 0; second <= Filter.Length; second++)
            {
                AssertBothCalls(Take(CallsCutAt(first, second).Append(ChatServer.Finish("tool_calls"))).End);
            }
        }
    }

    [Fact]
    public void Words_are_put_together_wherever_the_server_splits_them_and_no_half_character_is_shown()
    {
        const string words = "Ça va 📦👩‍👩‍👧!";
        for (var split = 0; split <= words.Length; split++)
        {
            var (pieces, end) = Take([Escaped(words[..split]), Escaped(words[split..]), ChatServer.Finish("stop")]);
            Assert.Equal(new Answered(words), end);
            Assert.Equal(words, string.Concat(pieces));
            Assert.All(pieces, piece => Assert.Equal(piece, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(piece))));
        }
    }

    private static IEnumerable<string> CallsCutAt(int first, int second) =>
    [
        Call(0, "a", "get_order", ""), Call(1, "b", "list_orders", ""),
        Call(0, null, null, Order[..first]), Call(1, null, null, Filter[..second]),
        Call(0, null, null, Order[first..]), Call(1, null, null, Filter[second..]),
    ];

    /// <summary>As servers write that cut text within a surrogate pair: each half is escaped.</summary>
    private static string Escaped(string text) => Chunk($"\"content\":{Literal(text)}");

    private static string Call(int index, string? id, string? name, string arguments) => Chunk(
        $"\"tool_calls\":[{{\"index\":{index},\"id\":{Literal(id)},"
        + $"\"function\":{{\"name\":{Literal(name)},\"arguments\":{Literal(arguments)}}}}}]");

    private static string Chunk(string delta) => $"{{\"choices\":[{{\"delta\":{{{delta}}}}}]}}";

    private static string Literal(string? text) =>
        text is null ? "null" : $"\"{string.Concat(text.Select(unit => $"\\u{(int)unit:x4}"))}\"";

    private static void AssertBothCalls(StepEnded? end) => Assert.Equal(
        [new ToolCall("a", "get_order", Order), new ToolCall("b", "list_orders", Filter)], Assert.IsType<ToolsRequired>(end).Calls);

    private static (List<string> Pieces, StepEnded? End) Take(IEnumerable<string> chunks)
    {
        var answer = new ChatAnswer();
        var pieces = chunks.Select(chunk => answer.Take(JsonSerializer.Deserialize<JsonElement>(chunk))).OfType<string>().ToList();
        return (pieces, answer.End());
    }

    private static async Task<(string Shown, StepEnded? End)> ReadAsync(Stream body)
    {
        var answer = new ChatAnswer();
        var shown = new StringBuilder();
        await using var events = new ProviderStream(body, body, Stop);
        while (!answer.IsOver && await events.NextAsync() is { } chunk)
        {
            shown.Append(answer.Take(chunk));
        }

        return (shown.ToString(), answer.End());
    }
}
