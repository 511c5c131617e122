using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Turns in which everybody uses words that can't be mistaken, so that none of them can hide in a log, a span or a measurement.
/// </summary>
internal static class TellTales
{
    public const string Said = "Please send CM-7890 to my zanzibar-quince house, card 4111 1111 1111 1111";

    private const string Answer = "I have an obsidian-marmot card for you.";

    private static readonly string[] Markers =
        ["zanzibar", "quince", "4111", "obsidian", "marmot", "quetzal", "xanthu", "vermilion", "otter", "CM-7890"];

    /// <summary>A step that asks for a card, and for a tool that only the model has heard of; then an answer; then a refusal.</summary>
    public static ScriptedAssistant TellsTales(this ScriptedAssistant assistant) => assistant
        .Then(new ToolsRequired(
            "The obsidian-marmot looks.",
            [
                new ToolCall("call_1", "change_shipping_address", """
                    {"orderId":"CM-7890","address":{"line1":"77 Quetzal Road","line2":null,"city":"Xanthu","state":"OR","zip":"97205","country":"USA"}}
                    """),
                new ToolCall("vermilion otter", "tell_the_vermilion_otter", """{"secret":"vermilion"}"""),
            ],
            "state",
            new TokenUsage(120, 30)))
        .Then(new TextPiece(Answer), new Answered(Answer, Usage: new TokenUsage(200, 10)))
        .Then(new StepFailed(StepFailure.Declined, "the model refused: I will not feed the vermilion otter", "obsidian"));

    public static bool AreIn(string text) => Markers.Any(marker => text.Contains(marker, StringComparison.OrdinalIgnoreCase));
}
