using CloudMart.Support.Core.Conversations.PaymentCards;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations.PaymentCards;

public sealed class CardMaskTests
{
    [Theory]
    [InlineData("4111 1111 1111 1111", "•••• •••• •••• 1111")]
    [InlineData("4111-1111-1111-1111", "••••-••••-••••-1111")]
    [InlineData("4111111111111111", "••••••••••••1111")]
    [InlineData("4111 1111\n1111 1111", "•••• ••••\n•••• 1111")]
    [InlineData("4111 1111 1111\r\n1111", "•••• •••• ••••\r\n1111")]
    [InlineData("4111\u00A01111\u20071111\u30001111", "••••\u00A0••••\u2007••••\u30001111")]
    [InlineData("4111–1111—1111−1111", "••••–••••—••••−1111")]
    [InlineData("4111\u200B1111\u200B1111\u200B1111", "••••\u200B••••\u200B••••\u200B1111")]
    [InlineData("４１１１ １１１１ １１１１ １１１１", "•••• •••• •••• １１１１")]
    [InlineData("٤١١١ ١١١١ ١١١١ ١١١١", "•••• •••• •••• ١١١١")]
    [InlineData("𝟒𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏𝟏", "••••••••••••𝟏𝟏𝟏𝟏")]
    [InlineData("Visa4111111111111111exp0927", "Visa••••••••••••1111exp0927")]
    [InlineData("3782 822463 10005", "•••• •••••• •0005")]
    [InlineData("4222222222222", "•••••••••2222")]
    [InlineData("30569309025904", "••••••••••5904")]
    [InlineData("6304 0000 0000", "•••• •••• 0000")]
    public async Task A_card_number_keeps_its_last_four_digits_however_it_is_written(string number, string masked)
    {
        Assert.Equal(masked, await MaskAsync(number));
        Assert.Equal($"My card is {masked}, thanks.", await MaskAsync($"My card is {number}, thanks."));
    }

    [Theory]
    [InlineData("4111 1111 1111 1111 5555 5555 5555 4444", "•••• •••• •••• 1111 •••• •••• •••• 4444")]
    [InlineData("4111111111111111\n5555555555554444", "••••••••••••1111\n••••••••••••4444")]
    [InlineData("4111 1111 1111 1111 737", "•••• •••• •••• 1111 737")]
    [InlineData("4111 1111 1111 1111 12/27", "•••• •••• •••• 1111 12/27")]
    [InlineData("CM-7890 4111 1111 1111 1111", "CM-7890 •••• •••• •••• 1111")]
    [InlineData("order 7890 4111 1111 1111 1111", "order 7890 •••• •••• •••• 1111")]
    [InlineData("• 4111 1111 1111 1111", "• •••• •••• •••• 1111")]
    [InlineData("••• 4111 1111 1111 1111", "••• •••• •••• •••• 1111")]
    public async Task A_card_number_is_found_beside_other_numbers(string text, string masked) =>
        Assert.Equal(masked, await MaskAsync(text));

    [Theory]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("41111111111111111111")]
    [InlineData("4111  1111  1111  1111")]
    [InlineData("4111 1111, 1111 1111")]
    [InlineData("1234 5678 9012 3452")]
    [InlineData("0000 0000 0000 0000")]
    [InlineData("+4111111111111111")]
    [InlineData("+62 8123 4567 8903 117")]
    [InlineData("49.99 12.50 45.10 20.05")]
    [InlineData("2026-11-24 12:00")]
    [InlineData("•••• •••• •••• 1111")]
    [InlineData("•••• •••• •••• 4242 4242 4242 4242")]
    [InlineData("")]
    public async Task What_is_no_card_number_stays(string text) => Assert.Equal(text, await MaskAsync(text));

    [Theory]
    [InlineData("order 4111111111111111")]
    [InlineData("Order #4111 1111 1111 1111")]
    [InlineData("Where is order no. 4111111111111111?")]
    [InlineData("my order number is 4111-1111-1111-1111")]
    [InlineData("order id: 4111111111111111")]
    [InlineData("the order's number: 4111111111111111")]
    [InlineData("the order with the number 4111111111111111")]
    [InlineData("cancel order CM-4111111111111111")]
    [InlineData("ORDER ４１１１１１１１１１１１１１１１")]
    [InlineData("tracking 4111111111111111")]
    [InlineData("Tracking No. 9400 4111 1111 1111 1111")]
    [InlineData("tracking code (4111111111111111)")]
    public async Task A_number_that_is_called_an_orders_or_a_parcels_stays(string text) => Assert.Equal(text, await MaskAsync(text));

    [Theory]
    [InlineData("Pay for my order with 4111111111111111")]
    [InlineData("The card for this order, 4111111111111111")]
    [InlineData("Here is the card for my order\n4111111111111111")]
    [InlineData("order CM-7890 with card number 4111111111111111")]
    [InlineData("recorder4111111111111111")]
    public async Task The_word_order_elsewhere_in_the_message_saves_no_card_number(string text) =>
        Assert.EndsWith("••••••••••••1111", await MaskAsync(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("CM-4111111111111111", "Where is 4111111111111111?")]
    [InlineData("CM-4111111111111111", "Where is CM-4111111111111111?")]
    [InlineData("#W4111111111111111", "Where is #W4111111111111111?")]
    [InlineData("#W4111111111111111", "Where is 4111111111111111?")]
    public async Task The_number_of_an_own_order_stays_and_a_strangers_is_masked(string orderId, string text)
    {
        var mask = new CardMask(new OwnOrderNumbers(new InMemoryOrderStore(CornerShop.Order(orderId))));

        var hers = await mask.MaskAsync(CornerShop.Ana, text, TestContext.Current.CancellationToken);
        var his = await mask.MaskAsync(CornerShop.Ben, text, TestContext.Current.CancellationToken);

        Assert.Equal(text, hers);
        Assert.Contains("••••••••••••1111", his, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_are_looked_up_only_for_what_passed_everything_else_and_only_a_few_times()
    {
        var orders = new InMemoryOrderStore();
        var mask = new CardMask(new OwnOrderNumbers(orders));

        await mask.MaskAsync(CornerShop.Ana, "4111111111111112, order 4111111111111111", TestContext.Current.CancellationToken);
        Assert.Empty(orders.Reads);

        var many = string.Join(", ", Enumerable.Repeat("4111111111111111", 200));
        var masked = await mask.MaskAsync(CornerShop.Ana, many, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("4111", masked, StringComparison.Ordinal);
        Assert.InRange(orders.Reads.Count, 1, 16);
    }

    private static Task<string> MaskAsync(string text) =>
        new CardMask(new OwnOrderNumbers(new InMemoryOrderStore())).MaskAsync(CornerShop.Ana, text, TestContext.Current.CancellationToken);
}
