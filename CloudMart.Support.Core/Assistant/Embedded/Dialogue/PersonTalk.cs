using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Hands the conversation to staff, with what they need to go on.</summary>
internal sealed class PersonTalk(Turn turn)
{
    private const int LongestQuote = 600;

    /// <summary>Null while the tool has not answered.</summary>
    public string? BringIn() =>
        turn.Ask(ToolCalls.BringInAPerson("The customer asks for a person.", Summary())) switch
        {
            null => null,
            { Outcome: "handed_off" } => "I've asked our team to take over. A person will answer you right here.",
            _ => "I couldn't reach our team just now. Please ask me again in a moment.",
        };

    private string Summary()
    {
        var said = string.Join(" / ", turn.Memory.Unanswered.Select(message => message.Text));
        var about = turn.Focus is { } orderId ? $" Last talked about: {orderId}." : "";
        var before = turn.Memory.Question is { Kind: QuestionKind.BringInAPerson } && turn.Memory.LastSaid is { } offer ? $" After the assistant said: {offer}" : "";
        return $"The customer wrote: {BoundedText.Cut(said, LongestQuote)}.{BoundedText.Cut(before, LongestQuote)}{about}";
    }
}
