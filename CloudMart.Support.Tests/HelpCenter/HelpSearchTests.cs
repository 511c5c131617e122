using CloudMart.Support.Core.HelpCenter;
using CsCheck;

namespace CloudMart.Support.Tests.HelpCenter;

public sealed class HelpSearchTests : IDisposable
{
    private static readonly HelpArticles Articles = HelpArticles.Load(Path.Combine(AppContext.BaseDirectory, "help"));

    private readonly SqliteHelpCenter _help = new(Articles);

    [Theory]
    [InlineData("How long do I have to send something back?", "/help/returns#how-long")]
    [InlineData("What is your return policy?", "/help/returns")]
    [InlineData("Can I return just two items of my order?", "/help/returns")]
    [InlineData("can i add another item to my return", "/help/returns#one-return-for-each-order")]
    [InlineData("My headphones arrived broken, what can I do?", "/help/returns")]
    [InlineData("Who sends me the return label?", "/help/returns#how-to-return-something")]
    [InlineData("When do I get my money back?", "/help/refunds#how-long-a-refund-takes")]
    [InlineData("How many days does a refund take to show on my card", "/help/refunds#how-long-a-refund-takes")]
    [InlineData("Can the refund go to a gift card instead?", "/help/refunds#where-a-refund-goes")]
    [InlineData("I want my refund on a different credit card", "/help/refunds")]
    [InlineData("How much do you charge for canceling?", "/help/cancellations#what-it-costs")]
    [InlineData("is there a cancellation fee", "/help/cancellations#what-it-costs")]
    [InlineData("Can I cancel an order that has already shipped?", "/help/cancellations#when-an-order-can-be-canceled")]
    [InlineData("cancel only one item of my order", "/help/cancellations#only-some-of-the-items")]
    [InlineData("I cancelled by mistake, can you undo it?", "/help/cancellations#undoing-a-cancellation")]
    [InlineData("How do I cancel?", "/help/cancellations")]
    [InlineData("Can I change the colour or the size of an item before it ships?", "/help/changing-an-order#items")]
    [InlineData("I typed the wrong address, can you send it somewhere else?", "/help/changing-an-order#delivery-address")]
    [InlineData("Could I pay with another card than the one I used?", "/help/changing-an-order#payment-method")]
    [InlineData("Add a mouse to my order", "/help/changing-an-order#adding-products")]
    [InlineData("How often can I modify an order?", "/help/changing-an-order")]
    [InlineData("swap the shoes for a bigger size", "/help/exchanges")]
    [InlineData("Do I pay the difference if the new one is more expensive?", "/help/exchanges#a-difference-in-price")]
    [InlineData("Can I exchange it for a different product?", "/help/exchanges#what-you-can-choose")]
    [InlineData("How fast do you ship?", "/help/shipping#how-long-delivery-takes")]
    [InlineData("Do you have express shipping?", "/help/shipping#delivery-options")]
    [InlineData("What does processed mean?", "/help/shipping#what-the-statuses-mean")]
    [InlineData("My parcel is lost", "/help/shipping#a-late-or-missing-parcel")]
    [InlineData("where do I find the tracking number", "/help/shipping#tracking-a-parcel")]
    [InlineData("Do you take American Express?", "/help/payment-methods#what-we-accept")]
    [InlineData("Can I split the payment between PayPal and a gift card?", "/help/payment-methods")]
    [InlineData("How do I see my gift card's balance?", "/help/payment-methods#gift-cards")]
    [InlineData("My credit card has expired, how can I add a new one?", "/help/payment-methods#adding-or-removing-a-payment-method")]
    [InlineData("I need an invoice with our VAT number", "/help/invoices#a-formal-invoice")]
    [InlineData("Where is my receipt?", "/help/invoices")]
    [InlineData("How do I buy something?", "/help/placing-an-order")]
    [InlineData("Is it in stock?", "/help/placing-an-order#is-it-available")]
    [InlineData("Where do I find my order number?", "/help/placing-an-order#order-numbers")]
    [InlineData("Do you store our conversation?", "/help/privacy#what-is-kept")]
    [InlineData("Please delete all my personal data", "/help/privacy#your-rights")]
    [InlineData("I accidentally typed my card number here, is that safe?", "/help/privacy#card-numbers")]
    [InlineData("Can I speak to a real person?", "/help/contact#talking-to-a-person")]
    [InlineData("What are your opening hours on Sunday?", "/help/contact#hours")]
    [InlineData("What's your phone number?", "/help/contact#phone-and-e-mail")]
    public async Task A_question_is_answered_first_by_the_article_and_section_that_it_is_about(string question, string url)
    {
        var found = (await SearchAsync(question))[0];

        Assert.Equal(url, url.Contains('#', StringComparison.Ordinal) ? found.Url : found.Url.Split('#')[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ?!  ")]
    [InlineData("What is the capital of France?")]
    [InlineData("Write me a poem about cats")]
    [InlineData("asdf qwerty zxcv")]
    [InlineData("What's the weather like in Lisbon today?")]
    [InlineData("How tall is Mount Everest")]
    [InlineData("2 + 2")]
    [InlineData("Was there ever a person on Mars or Venus?")]
    [InlineData("Is the moon made of cheese?")]
    [InlineData("what can you do for me")]
    [InlineData("天気はどうですか")]
    public async Task What_the_articles_say_nothing_about_is_not_found(string question) => Assert.Empty(await SearchAsync(question));

    [Fact]
    public async Task A_quotation_is_what_the_article_says_word_for_word()
    {
        var found = (await SearchAsync("How long until a refund is on my card?"))[0];

        Assert.Equal(
            new HelpPassage(
                "Refunds",
                "How long a refund takes",
                "A gift card is credited at once. A refund to a card or to PayPal takes 5 to 7 business days to show.",
                "/help/refunds#how-long-a-refund-takes"),
            found);
    }

    [Fact]
    public async Task A_quotation_begins_with_the_sentence_that_answers()
    {
        var dogs = string.Concat(Enumerable.Repeat("Dogs like walking. ", 20));
        var article = HelpArticleReader.Read("pets", $"# Pets\n\nIntro.\n\n## Food\n\n{dogs}Cats eat [fish](/help/fish). And **more**.");
        using var help = new SqliteHelpCenter(new HelpArticles([article]));

        var found = Assert.Single(await help.SearchAsync("what do cats eat", 3, TestContext.Current.CancellationToken));

        Assert.Equal("Cats eat fish. And more.", found.Quote);
    }

    [Theory]
    [InlineData("\"return")]
    [InlineData("return AND OR NOT NEAR(")]
    [InlineData("return* ^return {return} return:return - + , . ; --")]
    [InlineData("'; DROP TABLE return; --")]
    [InlineData("title : return")]
    [InlineData("return\0\ud800")]
    [InlineData("ＲＥＴＵＲＮ return ретурн")]
    public async Task Nothing_that_is_asked_is_an_operator(string question) => Assert.NotEmpty(await SearchAsync(question));

    [Fact]
    public void No_question_of_any_characters_and_length_is_a_fault() => Gen.OneOf(
            Gen.String,
            Gen.String[Gen.Char["\"'*^:(){}[]+-., \n\0ANDORT"], 0, 200],
            Gen.OneOf("return", "refund\"", "🧦", "NEAR", "\ud83e").Array[0, 600].Select(words => string.Join(' ', words)))
        .Sample(question => Assert.InRange(_help.SearchAsync(question, 3, CancellationToken.None).Result.Count, 0, 3), iter: 300);

    [Fact]
    public async Task Searches_at_once_do_not_disturb_each_other()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => SearchAsync("is there a cancellation fee"))));

        Assert.All(found, passages => Assert.Equal("/help/cancellations#what-it-costs", passages[0].Url));
    }

    [Fact]
    public async Task No_more_is_found_than_is_asked_for() =>
        Assert.Single(await _help.SearchAsync("refund", 1, TestContext.Current.CancellationToken));

    public void Dispose() => _help.Dispose();

    private Task<IReadOnlyList<HelpPassage>> SearchAsync(string question) =>
        _help.SearchAsync(question, 3, TestContext.Current.CancellationToken);
}
