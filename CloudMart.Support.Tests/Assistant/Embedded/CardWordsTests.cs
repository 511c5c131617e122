using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>What is said of a change is what its outcome says, and never more.</summary>
public sealed class CardWordsTests
{
    private const string Wish = "return the skillet to my gift card";

    [Theory]
    [InlineData("waiting_for_customer", "**CM-7820**: return items. It is done only once you confirm it there, or write yes.")]
    [InlineData("waiting_for_approval", "Someone of our team has to approve this first")]
    [InlineData("refused", "I can't do that. **CM-7820**: return items. Shall I bring in a person from our team?")]
    [InlineData("error", "Something went wrong on our side, and **CM-7820** may not be changed.")]
    [InlineData("something_new", "Something went wrong on our side")]
    [InlineData("not_found", "I can't find an order **CM-7820** of yours.")]
    public async Task Only_the_outcome_done_is_told_as_done(string outcome, string said)
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        chat.Shop.ChangesAnswer = outcome;

        var (_, words) = await chat.SayAsync(Wish);

        Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.DoesNotContain("Done", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("done", "Done. **CM-7820**: return of 1 item requested")]
    [InlineData("declined", "Okay, nothing has changed.")]
    [InlineData("refused", "That was not possible. **CM-7820**: return of 1 item requested")]
    [InlineData("void", "That card no longer holds, so nothing has changed.")]
    [InlineData("expired", "That card no longer holds, so nothing has changed.")]
    [InlineData("rejected", "Our team has not approved it, so nothing has changed.")]
    [InlineData("withdrawn", "Our team has withdrawn that card, so nothing has changed.")]
    [InlineData("waiting_for_approval", "Thank you. Someone of our team has to approve it first")]
    [InlineData("something_new", "I can't tell what became of it.")]
    public async Task After_a_yes_it_tells_what_the_desk_noted(string outcome, string said)
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        await chat.SayAsync(Wish);
        chat.Shop.Takes = false;
        chat.Thread.Add(new CustomerMessage(90, "yes"));
        chat.Thread.Add(new DeskNote(91, Note(outcome)));

        var words = await LastWordsAsync(chat);

        Assert.StartsWith(said, words, StringComparison.Ordinal);
        Assert.Equal(outcome == "done", words.Contains("Done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task That_it_waits_for_approval_is_told_once_where_the_tool_and_the_desk_both_say_so()
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        chat.Thread.Add(new CustomerMessage(1, "Cancel order CM-7890"));
        chat.Thread.Add(new ToolRound(3, "run-1", "", [new(new ToolCall("", "cancel_order", """{"orderId":"CM-7890","reason":null}"""), """{"outcome":"waiting_for_approval","orderId":"CM-7890","what":"Cancel CM-7890"}""")]));
        chat.Thread.Add(new DeskNote(6, """{"outcome":"waiting_for_approval","action":"cancel_order","orderId":"CM-7890","message":"Cancel CM-7890"}"""));

        var words = await LastWordsAsync(chat);

        Assert.Equal(2, words.Split("Someone of our team").Length);
    }

    [Theory]
    [InlineData("done", "Done. **CM-7820**: return of 1 item requested. Refund: $44.95 to Visa ending in 4242. We'll send you a label.")]
    [InlineData("void", "That card no longer holds, so nothing has changed. **CM-7820**: return of 1 item requested. Refund: $44.95 to ")]
    [InlineData("rejected", "Our team has not approved it, so nothing has changed. **CM-7820**: return of 1 item requested. Refund: ")]
    public async Task The_parts_of_a_note_are_sentences(string outcome, string said)
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        chat.Thread.Add(new CustomerMessage(1, "yes"));
        chat.Thread.Add(new DeskNote(2, Note(outcome, "; Refund: $44.95 to Visa ending in 4242; We'll send you a label.")));

        Assert.StartsWith(said, await LastWordsAsync(chat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_after_a_click_was_seen_already_and_is_not_told_again()
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        await chat.SayAsync(Wish);
        chat.Thread.Add(new DeskNote(90, Note("done")));
        chat.Shop.Card = null;

        var (_, words) = await chat.SayAsync("thanks");

        Assert.Equal("You're welcome! Is there anything else I can do?", words);
    }

    [Fact]
    public async Task What_was_asked_beside_the_yes_is_answered_too()
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        await chat.SayAsync(Wish);
        chat.Shop.Takes = false;
        chat.Thread.Add(new CustomerMessage(90, "yes"));
        chat.Thread.Add(new DeskNote(91, Note("done")));

        var (calls, words) = await chat.SayAsync("and where is CM-7864?");

        Assert.Equal(["track_order CM-7864"], calls);
        Assert.StartsWith("Done. **CM-7820**", words, StringComparison.Ordinal);
        Assert.Contains("Mechanical keyboard", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_card_canceled_is_canceled_from_then_on()
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        await chat.SayAsync("I want to cancel CM-7890");
        await chat.SayAsync("where is it?");
        await chat.SayAsync("I want to cancel CM-7890");
        await chat.SayAsync("yes");

        var (_, words) = await chat.SayAsync("don't cancel it");

        Assert.Contains("**CM-7890** is already canceled", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_are_told_what_became_of_a_card()
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        await chat.SayAsync(Wish);
        await chat.SayAsync("yes");
        await chat.SayAsync("I want to talk to a person");

        var summary = chat.Thread.OfType<ToolRound>().Last().Calls.Single().Call.Arguments;

        Assert.Contains("CM-7820: waiting for customer", summary, StringComparison.Ordinal);
        Assert.Contains("done: CM-7820: return items: done.", summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{}")]
    public async Task A_note_that_cannot_be_read_claims_nothing(string note)
    {
        var chat = new EmbeddedChat(AnasOrders.All);
        chat.Thread.Add(new CustomerMessage(1, "yes"));
        chat.Thread.Add(new DeskNote(2, note));

        Assert.DoesNotContain("Done", await LastWordsAsync(chat), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Wish)]
    [InlineData("exchange the skillet for the 12 inch one and pay with paypal")]
    [InlineData("change the address of CM-7890 to 5 Oak Road, Salem, OR 97301")]
    [InlineData("use my gift card for CM-7885")]
    [InlineData("how long do refunds take?")]
    [InlineData("which payment methods do you have of me?")]
    [InlineData("do you have the boots in size 9?")]
    [InlineData("where is my refund?")]
    [InlineData("I want a refund")]
    public async Task Tools_that_answer_nonsense_lead_to_no_claim(string message)
    {
        foreach (var nonsense in new[] { "", "{}", "[]", """{"outcome":"found"}""", """{"outcome":"error","message":"Boom"}""" })
        {
            var (_, words) = await new EmbeddedChat(AnasOrders.All) { EveryToolAnswers = nonsense }.SayAsync(message);

            Assert.NotEmpty(words);
            Assert.DoesNotContain("Done", words, StringComparison.Ordinal);
            Assert.DoesNotContain("Boom", words, StringComparison.Ordinal);
        }
    }

    private static string Note(string outcome, string more = "") =>
        $$"""{"outcome":"{{outcome}}","action":"return_items","orderId":"CM-7820","message":"CM-7820: return of 1 item requested{{more}}"}""";

    private static async Task<string> LastWordsAsync(EmbeddedChat chat) => (await chat.StepAsync()).Pieces;
}
