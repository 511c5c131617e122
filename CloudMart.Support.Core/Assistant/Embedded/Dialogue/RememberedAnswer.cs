using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>A call with its output, read.</summary>
/// <param name="Number">The number of the event that asked.</param>
/// <param name="Call">As asked for.</param>
/// <param name="Answer">The output.</param>
internal sealed record RememberedAnswer(long Number, ToolCall Call, ToolAnswer Answer)
{
    /// <summary>Which order the call was about; null for a list or a hand-over.</summary>
    public string? OrderId => ToolCalls.OrderIdOf(Call);

    public static RememberedAnswer Of(long number, AnsweredCall answered) =>
        new(number, answered.Call, ToolAnswer.Parse(answered.Output));
}
