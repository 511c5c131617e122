using CloudMart.Support.Core.Assistant.ChatCompletions;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>A streamed answer of a chat server.</summary>
internal sealed class ChatStreamReader(IEnumerable<string> recorded) : IFuzzedReader
{
    public string Name => "chat stream";

    public IReadOnlyList<byte[]> Samples { get; } =
        Readers.Samples.Bytes([.. Readers.Samples.ChatStreams, .. recorded.Where(body => body.Contains("chat.completion.chunk", StringComparison.Ordinal))]);

    public Type? Declared => null;

    public void Read(byte[] input)
    {
        var answer = new ChatAnswer();
        WireEvents.ReadAll(input, chunk =>
        {
            answer.Take(chunk);
            return !answer.IsOver;
        });
        answer.Break(null);
        answer.End();
    }
}
