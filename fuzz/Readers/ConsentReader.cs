using CloudMart.Support.Core.Assistant.Consent;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>What a customer writes: whether it is evidence, or an answer to a card.</summary>
internal sealed class ConsentReader : IFuzzedReader
{
    public string Name => "consent";

    public IReadOnlyList<byte[]> Samples { get; } = Readers.Samples.Bytes(
    [
        "Cancel order CM-7890", "Hi there, yes, please cancel my order number #CM-7890 right now, thanks!", "cancel cm-1.", "Yes please", "no, don't do it", "cancel it",
    ]);

    public Type? Declared => null;

    public void Read(byte[] input)
    {
        var text = InputText.Of(input);
        CancelEvidence.OrderIdIn(text);
        PlainAnswers.Read(text);
    }
}
