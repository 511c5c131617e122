using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>The packet that staff get: what was asked, done, refused and is pending, drawn from the log and not from the model's words.</summary>
internal static class HandOver
{
    private const int MaxQuote = 300;

    /// <param name="cause">Which kind of reason it is.</param>
    /// <param name="reason">One sentence for staff.</param>
    /// <param name="known">The conversation.</param>
    /// <param name="summary">What the assistant itself has to say; stands first.</param>
    public static HandedToStaff Because(HandOverCause cause, string reason, ConversationSnapshot known, string summary = "")
    {
        var facts = known.Events.Select(recorded => recorded.Event).ToList();
        var asked = facts.OfType<CustomerSaid>().TakeLast(3).Select(said => $"Asked: {Quote(said.Text)}");
        var outcomes = facts.Select(Receipt.Of).OfType<Receipt>().TakeLast(10).Select(receipt => $"{receipt.Kind}: {receipt.Headline}");
        var pending = known.State.Actions.Where(action => action.Stage != ActionStage.Proposed || action.IsOpen(known.State.LastAt)).Select(action => $"{StageOf(action)}: {ProposedCards.TitleOf(known, action)}");
        return new HandedToStaff(reason, string.Join('\n', [.. summary.Length > 0 ? [summary] : Array.Empty<string>(), .. asked, .. outcomes, .. pending]), cause);
    }

    private static string StageOf(PendingAction action) => action.Stage switch
    {
        ActionStage.Proposed => "Waiting for the customer",
        ActionStage.AwaitingApproval => "Waiting for approval",
        _ => "Being carried out",
    };

    private static string Quote(string text) => text.Length <= MaxQuote ? text : $"{text[..MaxQuote]}…";
}
