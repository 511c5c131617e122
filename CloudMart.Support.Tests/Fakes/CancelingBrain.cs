using System.Text.RegularExpressions;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Thinks for the fake server of the Assistants protocol: cancels what it is asked to cancel and says what came of it.</summary>
public static partial class CancelingBrain
{
    public static AssistantsThought Think(AssistantsView view) => view switch
    {
        { Rounds: [.., [var output, ..]] } => AssistantsThought.Says("Done: ", OrderId().Match(output).Value, " is canceled."),
        { Messages: [.., ("assistant", var told)] } => AssistantsThought.Says("Done: ", OrderId().Match(told).Value, " is canceled."),
        _ when OrderId().Match(view.Newest) is { Success: true } order =>
            AssistantsThought.Calls("cancel_order", $$"""{"orderId":"{{order.Value}}","reason":null}"""),
        _ => AssistantsThought.Says("Hello", "! How can ", "I help?"),
    };

    [GeneratedRegex(@"CM-\d+")]
    private static partial Regex OrderId();
}
