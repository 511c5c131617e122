using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Orders;

public sealed class OrderNumberTests
{
    [Theory]
    [InlineData("CM-7890", "CM-7890")]
    [InlineData("cm-7890", "CM-7890")]
    [InlineData("  Cm-7890 ", "CM-7890")]
    [InlineData("7890", "CM-7890")]
    [InlineData("#7890", "CM-7890")]
    [InlineData("#CM-7890", "CM-7890")]
    [InlineData("cm7890", "CM-7890")]
    [InlineData("#W1234567", "#W1234567")]
    [InlineData("w1234567", "#W1234567")]
    public void However_it_is_written_it_becomes_the_stores_spelling(string written, string stored) =>
        Assert.Equal(stored, OrderNumber.Normalize(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("CM-")]
    [InlineData("CM--7890")]
    [InlineData("CM-7890 CM-7891")]
    [InlineData("CM-7890\n")]
    [InlineData("CM-78\u000090")]
    [InlineData("CM-7890\u200B")]
    [InlineData("СM-7890")] // a Cyrillic Es
    [InlineData("CM-٧٨٩٠")]
    [InlineData("CM‐7890")] // a Unicode hyphen
    [InlineData("C\u212A-7890")]
    [InlineData("##7890")]
    [InlineData("the headphones")]
    [InlineData("CM-7890'; DROP TABLE Orders")]
    [InlineData("CM-123456789012345678901234567890")]
    public void Anything_else_is_no_order(string? written) => Assert.Null(OrderNumber.Normalize(written));

    [Fact]
    public void A_very_long_text_is_not_even_looked_at() => Assert.Null(OrderNumber.Normalize(new string(' ', 10_000_000) + "CM-7890"));
}
