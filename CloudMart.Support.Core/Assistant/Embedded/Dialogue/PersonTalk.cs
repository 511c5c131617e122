using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Hands the conversation to staff, with what they need to go on.</summary>
internal sealed class PersonTalk(Turn turn)
{
    /// <summary>What staff read in a moment, and well within what the tool takes.</summary>
    private const int LastOfTheStory = 5;

    /// <summary>Null while the tool has not answered.</summary>
    public string? BringIn() =>
        turn.Ask(ToolCalls.BringInAPerson("The customer asks for a person.", Summary())) switch
        {
            null => null,
            { Outcome: "handed_off" } => "I've asked our team to take over. A person will answer you right here.",
            _ => "I couldn't reach our team just now. Please ask me again in a moment.",
        };

    private string Summary() => string.Join('\n', turn.Memory.Story.TakeLast(LastOfTheStory));
}
