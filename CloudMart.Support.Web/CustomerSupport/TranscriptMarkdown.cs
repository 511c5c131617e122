using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.Layout;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// A transcript as a Markdown document. Whatever anybody wrote is text in it: nothing that was said can become a heading, a link, an image
/// or HTML in whatever program the reader opens it with.
/// </summary>
internal static partial class TranscriptMarkdown
{
    public static string Of(ConversationSnapshot known, ImmutableArray<TranscriptItem> items)
    {
        var document = new StringBuilder();
        document.Append(CultureInfo.InvariantCulture, $"# {Text(known.State.Title)}\n\nCloudMart Support, begun {At(known.State.StartedAt)}\n");
        foreach (var item in items)
        {
            if (WordsOf(item) is { } words)
            {
                document.Append(CultureInfo.InvariantCulture, $"\n**{SpeakerOf(item)}**, {At(item.At)}\n\n{words}\n");
            }
        }

        return document.ToString();
    }

    private static string? WordsOf(TranscriptItem item) => item switch
    {
        CustomerWords said => Text(said.Text),
        AssistantWords said => Text($"{said.Text.Replace("**", "", StringComparison.Ordinal)}{(said.Interruption is { } cut ? $"\n({cut})" : "")}"),
        StaffWords said => Text(said.Text),
        ReceiptShown shown => Receipt(shown.Receipt),
        CardShown shown => Text($"{shown.Card.Title}: {shown.Stage.InWords()}"),
        Notice notice => Text(notice.Text),
        _ => null,
    };

    private static string SpeakerOf(TranscriptItem item) => item switch
    {
        CustomerWords => "You",
        StaffWords said => $"{Text(said.Name)} from CloudMart",
        AssistantWords => "Assistant",
        _ => "CloudMart",
    };

    /// <summary>A receipt as a list.</summary>
    public static string Receipt(Receipt receipt)
    {
        var lines = receipt.Lines.Select(line => line.Before is null ? $"{line.Label}: {line.After}" : $"{line.Label}: {line.Before} → {line.After}")
            .Prepend(string.Join(", ", receipt.Items))
            .Append(receipt.Refund is { } refund ? $"Refund: {Prices.Of(refund)} to {receipt.RefundTo}" : "")
            .Append(receipt.NextStep ?? "")
            .Where(line => line.Length > 0);
        return string.Join('\n', lines.Select(line => $"- {Text(line)}").Prepend($"{Text(receipt.Headline)}\n"));
    }

    /// <summary>Lines and paragraphs stay what they are; what means something in Markdown or HTML means itself.</summary>
    public static string Text(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Join("\n\n", paragraphs.Select(paragraph =>
            string.Join("\\\n", paragraph.Split('\n', StringSplitOptions.TrimEntries).Select(line => Special().Replace(line, @"\$0")))));
    }

    /// <summary>To the minute.</summary>
    public static string At(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>What Markdown knows, at the beginning of a line or anywhere; and what makes programs take an address for a link.</summary>
    [GeneratedRegex(@"[\\`*_{}\[\]<>#+|~&]|^[-=]|(?<=^\d+)[.)]|:(?=//)|(?<=\bwww)\.", RegexOptions.IgnoreCase)]
    private static partial Regex Special();
}
