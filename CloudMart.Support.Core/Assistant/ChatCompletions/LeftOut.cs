using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.ChatCompletions;

/// <summary>Stands for the older part of a thread: what was asked and what came of it, not what the model said to it.</summary>
/// <param name="Number">The newest number that is left out.</param>
/// <param name="Text">A JSON object with <c>outcome</c>, <c>message</c> and <c>earlier</c>.</param>
internal sealed record LeftOut(long Number, string Text) : ThreadItem(Number)
{
    private const int MostLines = 20, LongestLine = 120;

    /// <param name="items">What is left out.</param>
    /// <param name="withWords">Whether the customer's words may be quoted.</param>
    public static LeftOut Of(ImmutableArray<ThreadItem> items, bool withWords) => new(
        items[^1].Number,
        ToolOutput.Write(new
        {
            outcome = "left_out",
            message = "The beginning of this conversation is left out. What stood there, the newest last:",
            earlier = items.Where(item => withWords || item is not CustomerMessage).SelectMany(LinesOf).TakeLast(MostLines).Select(line => BoundedText.Cut(line, LongestLine)),
        }));

    private static IEnumerable<string> LinesOf(ThreadItem item) => item switch
    {
        CustomerMessage said => [$"The customer wrote: {said.Text}"],
        ToolRound round => round.Calls.Select(LineOf),
        DeskNote note => [$"{OutcomeWord.Of(note.Text)}: {MessageOf(note.Text)}"],
        _ => [],
    };

    private static string LineOf(AnsweredCall answered) =>
        $"{OutcomeWord.Of(answered.Output)}: {answered.Call.Name} {answered.Call.Arguments}";

    private static string MessageOf(string note) => JsonReading.TryParse(note)?.TextAt("message") ?? "";
}
