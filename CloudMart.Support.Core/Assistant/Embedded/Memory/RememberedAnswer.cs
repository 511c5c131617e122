using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.Embedded.Memory;

/// <summary>A call with its output, read.</summary>
/// <param name="Number">The number of the event that asked.</param>
/// <param name="Call">As asked for.</param>
/// <param name="Answer">The output.</param>
internal sealed record RememberedAnswer(long Number, ToolCall Call, ToolAnswer Answer)
{
    /// <summary>Which order the call was about; null for a list or a hand-over.</summary>
    public string? OrderId => ToolCalls.OrderIdOf(Call);

    /// <summary>What was done or asked by it; <see cref="Intent.None"/> for a list or a hand-over.</summary>
    public Intent Act => ToolCalls.IntentOf(Call.Name);

    /// <summary>It neither changed anything nor brought anybody in.</summary>
    public bool IsALookUp => Call.Name != ToolCalls.HandOff && Act != Intent.Cancel && !Act.IsAChange();

    /// <summary>For staff: "waiting for customer", not "waiting_for_customer".</summary>
    public string Outcome => Answer.Outcome.Replace('_', ' ');

    public bool IsOf(ToolCall call) => call.Name == Call.Name && call.Arguments == Call.Arguments;

    public static RememberedAnswer Of(long number, AnsweredCall answered) =>
        new(number, answered.Call, ToolAnswer.Parse(answered.Output));
}
