using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Tests.Assistant.Embedded;

public sealed class QuestionTests
{
    [Fact]
    public void A_question_is_read_back_from_the_words_that_asked_it()
    {
        var read = Question.ReadFrom($"Well. {Question.Words(QuestionKind.WhichToCancel)}\n\n1. **CM-1**: a\n2. **#W1234567**: b");

        Assert.Equal(QuestionKind.WhichToCancel, read?.Kind);
        Assert.Equal(["CM-1", "#W1234567"], read!.Choices);
    }

    [Fact]
    public void The_sentence_to_write_is_a_question_about_its_order()
    {
        var read = Question.ReadFrom($"To cancel **CM-7890**, {Question.Words(QuestionKind.Consent)}CM-7890**");

        Assert.Equal(QuestionKind.Consent, read?.Kind);
        Assert.Equal(["CM-7890"], read!.Choices);
    }

    [Fact]
    public void Of_two_questions_the_last_one_counts() => Assert.Equal(
        QuestionKind.BringInAPerson,
        Question.ReadFrom($"{Question.Words(QuestionKind.WhichToShow)}\n\n{Question.Words(QuestionKind.BringInAPerson)}")?.Kind);

    [Fact]
    public void Words_without_a_question_ask_nothing() => Assert.Null(Question.ReadFrom("**CM-1** is on its way."));
}
