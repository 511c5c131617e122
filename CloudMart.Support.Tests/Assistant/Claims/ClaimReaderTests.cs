using CloudMart.Support.Core.Assistant.Claims;

namespace CloudMart.Support.Tests.Assistant.Claims;

public sealed class ClaimReaderTests
{
    public static TheoryData<string, string> Claims => new(ClaimSentences.Claims.SelectMany(group => group.Said.Select(said => (group.Change, said))));

    public static TheoryData<string> NoClaims => new(ClaimSentences.NoClaims);

    [Theory]
    [MemberData(nameof(Claims))]
    public void What_says_that_a_change_was_made_is_a_claim_of_it(string change, string said) =>
        Assert.Contains(ClaimReader.ClaimsIn(said), claim => claim.Change.ToString() == change);

    [Theory]
    [MemberData(nameof(NoClaims))]
    public void Questions_offers_conditions_denials_rules_and_what_others_did_are_no_claims(string said) =>
        Assert.Empty(ClaimReader.ClaimsIn(said));

    [Theory]
    [InlineData("I've canceled CM-7890.", "CM-7890")]
    [InlineData("I've canceled order #cm-7890 for you.", "CM-7890")]
    [InlineData("I've canceled CM-1, CM-2 and CM-3.", "CM-1 CM-2 CM-3")]
    [InlineData("CM-1 and CM-2 have been canceled.", "CM-1 CM-2")]
    [InlineData("Both orders, CM-1 and CM-2, have been canceled.", "CM-1 CM-2")]
    [InlineData("Your order #W1234567 has been canceled.", "#W1234567")]
    [InlineData("I've canceled CM-1 instead of CM-2.", "CM-1")]
    [InlineData("I've canceled CM-1 but not CM-2.", "CM-1")]
    [InlineData("I've canceled your order.", "")]
    public void A_claim_is_of_the_orders_that_it_names(string said, string orderIds) =>
        Assert.Equal(orderIds, string.Join(' ', Assert.Single(ClaimReader.ClaimsIn(said)).OrderIds));

    [Fact]
    public void A_claim_is_quoted_by_its_sentence() => Assert.Equal(
        "I've canceled CM-7890, and that was all.",
        Assert.Single(ClaimReader.ClaimsIn("Hello Ana. I've canceled CM-7890, and that was all. Bye!")).Words);

    [Fact]
    public void The_longest_text_is_read_in_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("i have now just already successfully also fully all then ", 420));

        var begun = TimeProvider.System.GetTimestamp();
        Assert.Empty(ClaimReader.ClaimsIn(text));

        Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(5));
    }
}
