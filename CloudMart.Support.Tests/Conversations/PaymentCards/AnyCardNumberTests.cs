using CloudMart.Support.Core.Conversations.PaymentCards;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using CsCheck;

namespace CloudMart.Support.Tests.Conversations.PaymentCards;

/// <summary>Made-up numbers of every issuer, written in any way, between any other text.</summary>
public sealed class AnyCardNumberTests
{
    private static readonly (string[] Beginnings, int[] Lengths)[] Issuers =
    [
        (["4"], [13, 16, 19]),
        (["51", "52", "53", "54", "55", "2221", "2300", "2720"], [16]),
        (["34", "37"], [15]),
        (["300", "305", "36", "38"], [14]),
        (["6011", "644", "649", "65"], [16, 17, 18, 19]),
        (["3528", "3589"], [16, 17, 18, 19]),
        (["62"], [16, 17, 18, 19]),
        (["50", "56", "57", "58"], [16, 17, 18, 19]),
        (["5018", "6304", "6759", "6763"], [12, 13, 15, 19]),
    ];

    private static readonly string[] Zeros = ["0", "\uFF10", "\u0660", "\u0966", "\U0001D7CE"];

    private static readonly string[] Separators = ["", "", "", " ", "-", "\n", "\r\n", "\u00A0", "\u2013", "\u200B"];

    private static readonly Gen<string> Numbers =
        from issuer in Gen.OneOf(Issuers)
        from beginning in Gen.OneOf(issuer.Beginnings)
        from length in Gen.OneOf(issuer.Lengths)
        from rest in Gen.Int[0, 9].Array[length - beginning.Length - 1]
        select WithCheckDigit(beginning + string.Concat(rest));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Numbers,
        Gen.OneOf("•", "••••••••", "•••• •••• •••• 1111", "order ", "tracking no. ", "+", "CM-", "card", ", ", "4", "42", "4111", "\ud835"),
        Gen.OneOf(Separators)).Array[0, 12].Select(string.Concat);

    [Fact]
    public void A_number_of_any_issuer_in_any_writing_shows_its_last_four_digits_only() =>
        Gen.Select(Numbers, Gen.OneOf(Zeros), Gen.OneOf(Separators).Array[20]).Sample((number, zero, separators) =>
        {
            var digits = number.Select(digit => char.ConvertFromUtf32(char.ConvertToUtf32(zero, 0) + digit - '0')).ToArray();
            string Written(int hidden) => string.Concat(digits.Select((digit, place) =>
                $"{(place < hidden ? "•" : digit)}{(place < digits.Length - 1 ? separators[place] : "")}"));

            Assert.Equal($"It is {Written(digits.Length - 4)}.", Mask($"It is {Written(0)}."));
        });

    [Fact]
    public void What_is_masked_already_is_not_masked_again() => Texts.Sample(text =>
    {
        var once = Mask(text);
        Assert.Equal(once, Mask(once));
    });

    [Fact]
    public void A_number_whose_last_digit_is_wrong_stays() => Gen.Select(Numbers, Gen.Int[1, 9]).Sample((number, off) =>
    {
        var wrong = $"{number[..^1]}{(number[^1] - '0' + off) % 10}";
        Assert.Equal(wrong, Mask(wrong));
    });

    [Fact]
    public void A_number_inside_a_longer_one_stays() => Numbers.Sample(number =>
    {
        var longer = number.PadRight(20, '7');
        Assert.Equal(longer, Mask(longer));
    });

    /// <summary>Nothing here waits: the store is in memory.</summary>
    private static string Mask(string text) =>
        new CardMask(new OwnOrderNumbers(new InMemoryOrderStore())).MaskAsync(CornerShop.Ana, text, CancellationToken.None).Result;

    private static string WithCheckDigit(string digits)
    {
        var sum = digits.Reverse()
            .Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 2 : 1))
            .Sum(value => value > 9 ? value - 9 : value);
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }
}
