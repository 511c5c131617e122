using CloudMart.Support.Core.Assistant.Consent;

namespace CloudMart.Support.Tests.Assistant.Consent;

public sealed class CancelEvidenceTests
{
    [Theory]
    [InlineData("Cancel order CM-7890", "CM-7890")]
    [InlineData("cancel order cm-7890", "CM-7890")]
    [InlineData("CANCEL ORDER CM-7890", "CM-7890")]
    [InlineData("Cancel CM-7890", "CM-7890")]
    [InlineData("  Cancel CM-7890\n", "CM-7890")]
    [InlineData("Cancel  order  CM-7890.", "CM-7890")]
    [InlineData("Cancel order CM-7890!!!", "CM-7890")]
    [InlineData("Please cancel order CM-7890", "CM-7890")]
    [InlineData("Please, cancel order CM-7890.", "CM-7890")]
    [InlineData("pls cancel CM-1", "CM-1")]
    [InlineData("Kindly cancel order CM-7890", "CM-7890")]
    [InlineData("Cancel please CM-7890", "CM-7890")]
    [InlineData("Cancel CM-7890 please.", "CM-7890")]
    [InlineData("Cancel CM-7890, please", "CM-7890")]
    [InlineData("cancel my order CM-7890, thanks", "CM-7890")]
    [InlineData("Cancel my order CM-7890. Thanks!", "CM-7890")]
    [InlineData("Cancel the order CM-7890, thank you very much.", "CM-7890")]
    [InlineData("cancel this order cm-7890 now", "CM-7890")]
    [InlineData("cancel this order CM-7890 right away, please!", "CM-7890")]
    [InlineData("Cancel CM-7890 for me please", "CM-7890")]
    [InlineData("cancel CM-7890 asap", "CM-7890")]
    [InlineData("Hi, please cancel order cm-7890", "CM-7890")]
    [InlineData("Hello! Cancel order CM-7890.", "CM-7890")]
    [InlineData("Good morning, please cancel my purchase CM-7890.", "CM-7890")]
    [InlineData("hey there cancel order CM-7890", "CM-7890")]
    [InlineData("Yes, cancel order CM-7890", "CM-7890")]
    [InlineData("ok, please cancel CM-7890", "CM-7890")]
    [InlineData("Cancel order number CM-7890", "CM-7890")]
    [InlineData("Cancel order no. CM-7890", "CM-7890")]
    [InlineData("Cancel order #CM-7890", "CM-7890")]
    [InlineData("Cancel order # CM-7890", "CM-7890")]
    [InlineData("Cancel order: CM-7890", "CM-7890")]
    [InlineData("Cancel my CM-7890 order please", "CM-7890")]
    [InlineData("Cancel order #W1234567", "#W1234567")]
    [InlineData("please cancel #w1234567.", "#W1234567")]
    [InlineData("Cancel order CM-100000", "CM-100000")]
    public void One_imperative_sentence_with_one_order_id_is_evidence(string message, string orderId) =>
        Assert.Equal(orderId, CancelEvidence.OrderIdIn(message));

    [Theory]
    [InlineData("How do I cancel CM-1?")]
    [InlineData("How do I cancel CM-1")]
    [InlineData("What happens if I cancel CM-1?")]
    [InlineData("Cancel CM-7890?")]
    [InlineData("Can you cancel CM-7890?")]
    [InlineData("Can you cancel CM-7890")]
    [InlineData("Could you please cancel order CM-7890")]
    [InlineData("Should I cancel CM-1")]
    [InlineData("Cancel CM-1, is that possible")]
    public void A_question_is_no_evidence(string message) => Assert.Null(CancelEvidence.OrderIdIn(message));

    [Theory]
    [InlineData("I already canceled CM-1")]
    [InlineData("canceled CM-1")]
    [InlineData("Cancelled order CM-1")]
    [InlineData("canceling order CM-1")]
    [InlineData("Cancels CM-1")]
    [InlineData("I did cancel CM-1")]
    [InlineData("Undo the cancel of CM-1")]
    [InlineData("Undo cancel CM-1")]
    [InlineData("uncancel CM-1")]
    [InlineData("My husband said cancel CM-1")]
    [InlineData("He told me: cancel CM-1")]
    [InlineData("You said: cancel order CM-7890")]
    [InlineData("\"cancel CM-1\"")]
    [InlineData("'Cancel order CM-1'")]
    [InlineData("“Cancel order CM-1”")]
    [InlineData("> Cancel order CM-1")]
    [InlineData("Write: Cancel order CM-1")]
    [InlineData("**Cancel order CM-1**")]
    public void The_past_the_undone_and_somebody_elses_words_are_no_evidence(string message) =>
        Assert.Null(CancelEvidence.OrderIdIn(message));

    [Theory]
    [InlineData("don't cancel CM-1")]
    [InlineData("do not cancel CM-1")]
    [InlineData("Never cancel CM-1")]
    [InlineData("No, cancel CM-1")]
    [InlineData("Please don’t cancel order CM-1")]
    [InlineData("Cancel CM-1 not")]
    [InlineData("cancel CM-1 if it has not shipped")]
    [InlineData("If it is late, cancel CM-1")]
    [InlineData("cancel CM-1 unless it ships today")]
    [InlineData("Cancel CM-1 when it is late")]
    [InlineData("Maybe cancel CM-1")]
    [InlineData("Cancel CM-1 tomorrow")]
    [InlineData("Cancel CM-1...")]
    [InlineData("Cancel CM-1,")]
    [InlineData("cancel CM-1 or not")]
    [InlineData("cancel CM-1 because it is late")]
    public void A_negation_a_condition_or_anything_left_open_is_no_evidence(string message) =>
        Assert.Null(CancelEvidence.OrderIdIn(message));

    [Theory]
    [InlineData("I want to cancel CM-7890")]
    [InlineData("I'd like to cancel order CM-7890")]
    [InlineData("I need CM-7890 canceled")]
    [InlineData("CM-7890 cancel")]
    [InlineData("cancel")]
    [InlineData("cancel my order")]
    [InlineData("Cancel order 7890")]
    [InlineData("yes")]
    [InlineData("CM-7890")]
    [InlineData("cancle order CM-7890")]
    [InlineData("Stop order CM-7890")]
    [InlineData("Cancela el pedido CM-7890")]
    [InlineData("Bitte CM-7890 stornieren")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!!!")]
    public void A_wish_an_order_without_its_id_or_another_word_is_no_evidence(string message) =>
        Assert.Null(CancelEvidence.OrderIdIn(message));

    [Theory]
    [InlineData("Keep CM-1, cancel CM-2")]
    [InlineData("cancel CM-1 and CM-2")]
    [InlineData("cancel CM-1, CM-2")]
    [InlineData("cancel CM-1 CM-2")]
    [InlineData("cancel CM-1 CM-1")]
    [InlineData("cancel order CM-1 order")]
    [InlineData("cancel CM-1 order CM-2")]
    [InlineData("cancel CM-1 but keep CM-2")]
    [InlineData("Cancel CM-1. Cancel CM-2.")]
    [InlineData("cancel CM-1 and track it")]
    [InlineData("cancel everything except CM-1")]
    [InlineData("cancel the headphones in CM-1")]
    [InlineData("cancel my account and order CM-1")]
    [InlineData("cancel the return of CM-1")]
    [InlineData("cancel the refund for order CM-1")]
    [InlineData("Cancel order CM-1\nWhere is CM-2")]
    [InlineData("cancel\nCM-1")]
    public void More_or_other_than_one_order_is_no_evidence(string message) => Assert.Null(CancelEvidence.OrderIdIn(message));

    [Theory]
    [InlineData("cancel CM-1x")]
    [InlineData("cancel XCM-1")]
    [InlineData("cancel CM-1-2")]
    [InlineData("cancel CM-1/2")]
    [InlineData("cancel CM-")]
    [InlineData("cancel CM1")]
    [InlineData("cancel CM -1")]
    [InlineData("cancel CM--1")]
    [InlineData("cancel W1234567")]
    [InlineData("cancel ##W1234567")]
    [InlineData("cancel #W12345x")]
    [InlineData("cancel СМ-7890")] // Cyrillic С and М
    [InlineData("сancel CM-7890")] // Cyrillic с
    [InlineData("cancel CM-７８９０")] // full-width digits
    [InlineData("cancel CM-٧٨٩٠")] // Arabic digits
    [InlineData("cancel CM‑7890")] // non-breaking hyphen
    [InlineData("can\u200Bcel CM-7890")]
    [InlineData("cancel CM-78\u200B90")]
    [InlineData("cancel CM-7890\u200D")]
    [InlineData("cancel\u00A0CM-7890")]
    [InlineData("cancel CM-7890\u202E")]
    [InlineData("can\u0000cel CM-7890")]
    [InlineData("pleaſe cancel CM-7890")] // long s
    [InlineData("o\u212A cancel CM-7890")] // the Kelvin sign
    public void Ids_that_are_not_whole_words_and_look_alike_characters_are_no_evidence(string message) =>
        Assert.Null(CancelEvidence.OrderIdIn(message));

    [Fact]
    public void A_very_long_message_costs_nothing()
    {
        string[] hostile =
        [
            "cancel CM-1" + new string('!', 5_000_000),
            string.Concat(Enumerable.Repeat("please ", 700_000)) + "cancel CM-1",
            new string(' ', 5_000_000) + "cancel CM-1 and CM-2",
            "cancel CM-" + new string('1', 5_000_000),
        ];

        Assert.All(hostile, message => Assert.Null(CancelEvidence.OrderIdIn(message)));
    }
}
