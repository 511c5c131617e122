using CloudMart.Support.Core.Assistant.AssistantsApi;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>A streamed run of the Assistants protocol.</summary>
internal sealed class AssistantsStreamReader(IEnumerable<string> recorded) : IFuzzedReader
{
    public string Name => "Assistants stream";

    public IReadOnlyList<byte[]> Samples { get; } =
        Readers.Samples.Bytes([.. Readers.Samples.AssistantsStreams, .. recorded.Where(body => body.Contains("event: thread.", StringComparison.Ordinal))]);

    public Type? Declared => null;

    public void Read(byte[] input)
    {
        foreach (var progress in AssistantsStep.Beginnings())
        {
            var events = new RunEvents(progress);
            WireEvents.ReadAll(input, received =>
            {
                foreach (var _ in events.Take(received))
                {
                }

                return !events.IsOver;
            });
            AssistantsStep.Look(progress);
        }
    }
}
