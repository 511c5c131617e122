using CloudMart.Support.Core.Assistant.Claims;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>What a model says: whether it claims a change.</summary>
internal sealed class ClaimsReader : IFuzzedReader
{
    public string Name => "claims";

    public IReadOnlyList<byte[]> Samples { get; } = Readers.Samples.Bytes(
    [
        "I've canceled CM-7890, and your refund of $48.00 is on its way to Visa ending in 4242.",
        "Hi Ana!\n\n1. **CM-1** was canceled.\n2. CM-2 is pending\n\n> \"Refunds are issued within 5 days.\" [Returns](/help/returns)",
        "Once you confirm, the order is canceled; if not, nothing has been changed. Shall I go ahead?",
        "We have now already successfully also gone ahead and updated your shipping address for CM-1, CM-2 and CM-3.",
    ]);

    public Type? Declared => null;

    public void Read(byte[] input)
    {
        foreach (var _ in ClaimReader.ClaimsIn(InputText.Of(input)))
        {
        }
    }
}
