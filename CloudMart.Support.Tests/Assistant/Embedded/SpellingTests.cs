using CloudMart.Support.Core.Assistant.Embedded.Language;

namespace CloudMart.Support.Tests.Assistant.Embedded;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("cancle", "cancel")]
    [InlineData("acnceling", "canceling")]
    [InlineData("ordr", "order")]
    [InlineData("oder", "order")]
    [InlineData("pakage", "package")]
    [InlineData("shippment", "shipment")]
    [InlineData("reund", "refund")]
    [InlineData("tocancel", "to cancel")]
    [InlineData("myorder", "my order")]
    [InlineData("verifymy", "verifymy")]
    public void A_misspelt_word_is_taken_for_the_one_that_was_meant(string written, string meant) =>
        Assert.Equal(meant, string.Join(' ', Spelling.Repair(written)));

    [Theory]
    [InlineData("other")]
    [InlineData("older")]
    [InlineData("border")]
    [InlineData("turn")]
    [InlineData("statue")]
    [InlineData("treating")]
    [InlineData("bell")]
    [InlineData("xyz")]
    [InlineData("jacket")]
    public void Everyday_words_and_short_ones_are_left_alone(string word) => Assert.Equal([word], Spelling.Repair(word));

    [Theory]
    [InlineData("order", "order", 0)]
    [InlineData("ordr", "order", 1)]
    [InlineData("odrer", "order", 1)]
    [InlineData("orderr", "order", 1)]
    [InlineData("", "order", 5)]
    public void A_swap_of_neighbours_is_one_slip(string written, string meant, int slips) =>
        Assert.Equal(slips, Spelling.Slips(written, meant));
}
