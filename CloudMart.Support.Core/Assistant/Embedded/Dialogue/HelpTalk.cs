using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

using static OrderWords;

/// <summary>Answers questions about the shop's rules with a passage of the help center and its address; never from memory.</summary>
internal sealed partial class HelpTalk(Turn turn)
{
    private const int LongestQuestion = 200;

    /// <summary>The words that the help center is sure to use, whatever the customer called it.</summary>
    private static readonly Dictionary<Intent, string> Topics = new()
    {
        [Intent.ReturnPolicy] = "returns",
        [Intent.Return] = "returning an item",
        [Intent.Exchange] = "exchanging an item",
        [Intent.RefundPolicy] = "refunds",
        [Intent.RefundStatus] = "how long refunds take",
        [Intent.Refund] = "refunds",
        [Intent.CancellationFee] = "cancellation fee",
        [Intent.PaymentMethods] = "payment methods",
        [Intent.ChangePayment] = "changing the payment method of an order",
        [Intent.ChangeAddress] = "changing the address of an order",
        [Intent.ChangeOrder] = "changing an order",
        [Intent.DeliveryOptions] = "shipping options and destinations",
        [Intent.DeliveryTimes] = "shipping times",
        [Intent.PrivacyPolicy] = "privacy of personal data",
    };

    /// <summary>Null while the help center has not answered.</summary>
    public string? Answer(Reading reading) => !turn.Has(ToolCalls.SearchHelp)
        ? Phrases.CannotYet(reading.Intent)
        : turn.Ask(ToolCalls.Help(Question(reading))) switch
        {
            null => null,
            { Outcome: "found", Articles: [var best, ..] } => Quote(best),
            { Outcome: "found" or "not_found" } =>
                $"Our help center says nothing about that, and I don't want to guess. {Memory.Question.Words(QuestionKind.BringInAPerson)}",
            _ => Phrases.CouldNotLookUp,
        };

    /// <summary>The rule before what follows from it: "how do I return something?". Empty where there is none to quote.</summary>
    public string? Before(Reading reading, string? next)
    {
        if (!turn.Has(ToolCalls.SearchHelp))
        {
            return next;
        }

        var rule = turn.Ask(ToolCalls.Help(Question(reading)));
        return rule is null || next is null ? null
            : rule is { Outcome: "found", Articles: [var best, ..] } ? $"{Quote(best)}\n\n{next}"
            : next;
    }

    private static string Question(Reading reading)
    {
        var words = Wording.Read(reading.Message).Where(piece => piece.Kind == PieceKind.Word);
        var asked = string.Join(' ', words.Select(piece => piece.Text));
        var isNamed = reading is { Intent: Intent.RefundPolicy } && !reading.Concepts.Has(Concept.Refund); // "what is your policy on …?"
        return BoundedText.Cut(isNamed ? asked : $"{Topics[reading.Intent]}: {asked}", LongestQuestion);
    }

    private static string Quote(HelpArticleView article)
    {
        var lines = Plain(article.Quote).Trim().Split('\n');
        var title = article.Heading is { Length: > 0 } heading && heading != article.Title ? $"{article.Title}: {heading}" : article.Title;
        var link = Pages().IsMatch(article.Url) ? $"[{Plain(title)}]({article.Url})" : Plain(title);
        return $"{string.Join('\n', lines.Select(line => $"> {line}".TrimEnd()))}\n\nFrom our help center: {link}";
    }

    [GeneratedRegex("^/help/[a-z0-9-]+(?:#[a-z0-9-]+)?$")]
    private static partial Regex Pages();
}
