using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Consent;

namespace CloudMart.Support.Tests.Assistant.Consent;

/// <summary>Every line that people really wrote, with an order's id wherever one might stand: as dangerous as it can be made.</summary>
public sealed class SharedEvidenceTests
{
    private static readonly string[] Policies =
        ["check_cancellation_fee", "check_refund_policy", "check_payment_methods", "delivery_options", "delivery_period", "get_refund", "track_refund"];

    private static readonly string[] QuestionWords =
    [
        "how", "what", "where", "when", "why", "who", "which", "can", "could", "would", "should", "do", "does", "did", "is", "are", "will", "may",
        "whats", "what's", "hows", "wheres",
    ];

    [Fact]
    public void No_question_is_evidence_with_or_without_its_mark() => NoneIsEvidence(
        line => line.Text.Contains('?', StringComparison.Ordinal)
            || QuestionWords.Any(word => line.Text.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)),
        atLeast: 1_000);

    [Fact]
    public void No_question_about_a_policy_is_evidence() => NoneIsEvidence(line => Policies.Contains(line.Intent), atLeast: 700);

    [Fact]
    public void No_talk_about_canceling_is_evidence() => NoneIsEvidence(
        line => line.Text.Contains("cancel", StringComparison.OrdinalIgnoreCase) && !IsBareRequest(line.Text), atLeast: 150);

    [Fact]
    public void Nothing_that_was_meant_otherwise_is_evidence() => NoneIsEvidence(line => line.Intent != "cancel_order", atLeast: 3_000);

    [Fact]
    public void Of_every_line_only_a_bare_request_to_cancel_is_evidence()
    {
        var evidence = SharedIntents.All().Where(line => Dangerous(line.Text).Any(text => CancelEvidence.OrderIdIn(text) is not null)).ToList();

        Assert.NotEmpty(evidence);
        Assert.All(evidence, line => Assert.True(line.Intent == "cancel_order" && IsBareRequest(line.Text), line.Text));
    }

    private static void NoneIsEvidence(Func<(string Text, string Intent), bool> which, int atLeast)
    {
        var lines = SharedIntents.All().Where(which).ToList();

        Assert.True(lines.Count >= atLeast, $"{lines.Count} lines are fewer than there were.");
        Assert.All(lines, line => Assert.All(Dangerous(line.Text), text => Assert.Null(CancelEvidence.OrderIdIn(text))));
    }

    private static bool IsBareRequest(string text) => Regex.IsMatch(text, "(?i)^(please )?cancel( my| the| this)?( order| purchase)?( [0-9]+)?$");

    private static IEnumerable<string> Dangerous(string text)
    {
        var bare = text.TrimEnd('?', ' ', '.');
        return
        [
            text,
            Regex.Replace(text, @"(?<=\s)[0-9]{4,18}", "CM-$0"),
            Regex.Replace(bare, @"(?<=\s)[0-9]{4,18}", "CM-$0"),
            Regex.Replace(text, @"(?i)\b(an?|my|the|this) (order|purchase)\b", "order CM-7890"),
            $"{bare} CM-7890",
            $"{bare} CM-7890?",
            $"CM-7890 {bare}",
        ];
    }
}
