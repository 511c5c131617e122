using CloudMart.Support.Core.Assistant.Consent;

namespace CloudMart.Support.Tests.Assistant.Consent;

public sealed class PlainAnswerTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("Yes.")]
    [InlineData(" YES! ")]
    [InlineData("yes, please")]
    [InlineData("Yes, go ahead.")]
    [InlineData("I confirm")]
    [InlineData("yes\n")]
    public void A_plain_yes_is_one(string message) => Assert.Equal(PlainAnswer.Yes, PlainAnswers.Read(message));

    [Theory]
    [InlineData("no")]
    [InlineData("No, thanks.")]
    [InlineData("don’t")]
    [InlineData("Please don't!")]
    [InlineData("never mind")]
    public void A_plain_no_is_one(string message) => Assert.Equal(PlainAnswer.No, PlainAnswers.Read(message));

    [Theory]
    [InlineData("cancel")]
    [InlineData("Cancel it.")]
    [InlineData("please cancel")]
    public void A_bare_cancel_could_mean_either(string message) => Assert.Equal(PlainAnswer.Cancel, PlainAnswers.Read(message));

    [Theory]
    [InlineData("")]
    [InlineData("yes?")]
    [InlineData("yes or no")]
    [InlineData("yes but to my gift card")]
    [InlineData("yes, and also cancel CM-7885")]
    [InlineData("yes I already got it")]
    [InlineData("not yes")]
    [InlineData("no yes")]
    [InlineData("ok")]
    [InlineData("sure")]
    [InlineData("yesterday")]
    [InlineData("yes yes")]
    [InlineData("ʏes")]
    [InlineData("y​es")]
    [InlineData("да")]
    [InlineData("\"yes\"")]
    [InlineData("I said yes")]
    [InlineData("If I say yes")]
    [InlineData("Cancel order CM-7890")]
    public void Anything_else_is_for_the_assistant(string message) => Assert.Equal(PlainAnswer.None, PlainAnswers.Read(message));

    [Fact]
    public void No_denial_doubt_or_question_that_people_really_wrote_passes_as_a_yes() => Assert.All(
        SharedIntents.All().Where(line => line.Intent is not "affirm"),
        line => Assert.NotEqual(PlainAnswer.Yes, PlainAnswers.Read(line.Text)));
}
