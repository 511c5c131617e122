using System.Text.Json;
using CloudMart.Support.Core.Assistant.ChatCompletions;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>A whole answer of a chat server.</summary>
internal sealed class ChatJsonReader(IEnumerable<string> recorded) : IFuzzedReader
{
    public string Name => "chat JSON";

    public IReadOnlyList<byte[]> Samples { get; } =
        Readers.Samples.Bytes([.. Readers.Samples.ChatBodies, .. recorded.Where(body => body.StartsWith('{') && body.Contains("\"choices\"", StringComparison.Ordinal))]);

    public Type? Declared => typeof(JsonException);

    public void Read(byte[] input)
    {
        using var body = JsonDocument.Parse(input);
        var answer = new ChatAnswer();
        answer.Take(body.RootElement);
        answer.End();
    }
}
