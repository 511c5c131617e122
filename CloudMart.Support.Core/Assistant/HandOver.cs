using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>The packet that staff get: what was asked, done and refused, drawn from the log and not from the model's words.</summary>
internal static class HandOver
{
    private const int MaxQuote = 300;

    public static HandedToStaff Because(string reason, ConversationSnapshot known)
    {
        var asked = known.Events.Select(e => e.Event).OfType<CustomerSaid>().TakeLast(3).Select(said => $"Asked: {Quote(said.Text)}");
        var outcomes = known.Events.Select(e => e.Event).OfType<ToolAnswered>()
            .Select(answered => answered.Receipt).OfType<Receipt>().TakeLast(10)
            .Select(receipt => $"{receipt.Kind}: {receipt.Headline}");
        return new HandedToStaff(reason, string.Join('\n', [.. asked, .. outcomes]));
    }

    private static string Quote(string text) => text.Length <= MaxQuote ? text : $"{text[..MaxQuote]}…";
}
