using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.StaffConsole.Watching;
using static CloudMart.Support.Web.CustomerSupport.TranscriptMarkdown;

namespace CloudMart.Support.Web.StaffConsole.Export;

/// <summary>A conversation as staff see it, as a Markdown document: with every tool call, note and fact that its customer does not see.</summary>
internal static class StaffTranscriptMarkdown
{
    /// <param name="known">The conversation.</param>
    /// <param name="items">What staff see of it.</param>
    /// <param name="customer">What the customer is called.</param>
    public static string Of(ConversationSnapshot known, ImmutableArray<TranscriptItem> items, string customer)
    {
        var state = known.State;
        var document = new StringBuilder();
        document.Append(CultureInfo.InvariantCulture, $"# {Text(state.Title)}\n\n");
        document.Append(CultureInfo.InvariantCulture, $"- Conversation {Text(state.Id)}, begun {At(state.StartedAt)}\n- Customer {Text(customer)}, {Text(state.CustomerId)}\n");
        document.Append("- For staff only: with tool calls and notes\n");
        foreach (var item in items)
        {
            if (Entry(item, customer) is { } entry)
            {
                document.Append(CultureInfo.InvariantCulture, $"\n{entry}\n");
            }
        }

        return document.ToString();
    }

    private static string? Entry(TranscriptItem item, string customer) => item switch
    {
        CustomerWords said => Said(customer, item.At, Text(said.Text)),
        AssistantWords said => Said("Assistant", item.At, Text($"{said.Text.Replace("**", "", StringComparison.Ordinal)}{(said.Interruption is { } cut ? $"\n({cut})" : "")}")),
        StaffWords said => Said($"{said.Name} from CloudMart", item.At, Text(said.Text)),
        NoteShown note => Said($"{note.Name} noted", item.At, Text(note.Text)),
        ToolCallShown call => Said($"Tool {call.Call.Name}", item.At, Call(call)),
        StaffCardShown card => Said("Card", item.At, Card(card)),
        ReceiptShown shown => Said("CloudMart", item.At, Receipt(shown.Receipt)),
        FactShown fact => $"{Text(fact.Text)}, {At(fact.At)}",
        _ => null,
    };

    private static string Said(string who, DateTimeOffset at, string words) => $"**{Text(who)}**, {At(at)}\n\n{words}";

    private static string Call(ToolCallShown call)
    {
        var told = call.Output is null ? "under way" : Text(call.Output);
        var took = call.Took is { } time ? string.Create(CultureInfo.InvariantCulture, $"\n- Took: {time.TotalMilliseconds:0} ms") : "";
        return $"- Arguments: {Text(call.Call.Arguments)}\n- Told the assistant: {told}{took}{(call.Changed ? "\n- It changed something." : "")}";
    }

    private static string Card(StaffCardShown card)
    {
        var why = card.WhyApproval is { } reason ? $"\n- Needs approval: {Text(reason)}" : "";
        return $"- {Text(card.Proposed.Card.Title)}: {Text(card.Stage.InWords())}\n- {Text(card.Proposed.Act)} {Text(card.Proposed.Arguments)}{why}";
    }
}
