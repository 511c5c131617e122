using System.Text.Json;
using CloudMart.Support.Core.Assistant.AssistantsApi;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>A run, or a list of runs or messages, as a server of the Assistants protocol answers when it is asked.</summary>
internal sealed class AssistantsJsonReader(IEnumerable<string> recorded) : IFuzzedReader
{
    public string Name => "Assistants JSON";

    public IReadOnlyList<byte[]> Samples { get; } =
        Readers.Samples.Bytes([.. Readers.Samples.AssistantsBodies, .. recorded.Where(body => body.StartsWith('{') && body.Contains("thread", StringComparison.Ordinal))]);

    public Type? Declared => typeof(JsonException);

    public void Read(byte[] input)
    {
        using var body = JsonDocument.Parse(input);
        foreach (var progress in AssistantsStep.Beginnings())
        {
            AssistantsStep.Look(progress, body.RootElement);
            progress.Saw(RemoteRun.Of(body.RootElement));
            foreach (var _ in progress.Text.Settle(RemoteMessage.OfRun(body.RootElement, "run_1")))
            {
            }

            AssistantsStep.Look(progress);
        }
    }
}
