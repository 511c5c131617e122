namespace CloudMart.Support.Core.Conversations.PaymentCards;

/// <summary>Which digits can be a card's number: they begin as its issuer's do, are as many, and the last one checks the others.</summary>
internal static class CardIssuers
{
    public const int Shortest = 12, Longest = 19;

    /// <summary>
    /// Maestro's wide ranges only with the lengths that cards have today: shorter, they would take in the phone numbers of whole countries.
    /// </summary>
    private static readonly Range[] Ranges =
    [
        new("Visa", 4, 4, [13, 16, 19]),
        new("Mastercard", 51, 55, [16]),
        new("Mastercard", 2221, 2720, [16]),
        new("American Express", 34, 34, [15]),
        new("American Express", 37, 37, [15]),
        new("Diners Club", 300, 305, [14]),
        new("Diners Club", 36, 36, [14]),
        new("Diners Club", 38, 39, [14]),
        new("Discover", 6011, 6011, [16, 17, 18, 19]),
        new("Discover", 644, 649, [16, 17, 18, 19]),
        new("Discover", 65, 65, [16, 17, 18, 19]),
        new("JCB", 3528, 3589, [16, 17, 18, 19]),
        new("UnionPay", 62, 62, [16, 17, 18, 19]),
        new("Maestro", 50, 50, [16, 17, 18, 19]),
        new("Maestro", 56, 58, [16, 17, 18, 19]),
        new("Maestro", 5018, 5018, [12, 13, 14, 15]),
        new("Maestro", 5020, 5020, [12, 13, 14, 15]),
        new("Maestro", 5038, 5038, [12, 13, 14, 15]),
        new("Maestro", 5893, 5893, [12, 13, 14, 15]),
        new("Maestro", 6304, 6304, [12, 13, 14, 15, 16, 17, 18, 19]),
        new("Maestro", 6759, 6759, [12, 13, 14, 15, 16, 17, 18, 19]),
        new("Maestro", 6761, 6763, [12, 13, 14, 15, 16, 17, 18, 19]),
    ];

    /// <param name="digits">Nothing but 0 to 9.</param>
    public static bool IsCardNumber(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < Shortest or > Longest || !Checks(digits))
        {
            return false;
        }

        foreach (var range in Ranges)
        {
            if (range.Holds(digits))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Luhn's sum: from the right, every second digit counts double, its own digits added.</summary>
    private static bool Checks(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 0; place < digits.Length; place++)
        {
            var value = digits[^(place + 1)] - '0';
            sum += place % 2 == 0 ? value : (value * 2 / 10) + (value * 2 % 10);
        }

        return sum % 10 == 0;
    }

    /// <param name="Issuer">For whoever reads the table.</param>
    /// <param name="From">The first beginning.</param>
    /// <param name="To">The last one, as long as the first.</param>
    /// <param name="Lengths">How many digits such a number has.</param>
    private sealed record Range(string Issuer, int From, int To, int[] Lengths)
    {
        private readonly int _prefix = From.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

        public bool Holds(ReadOnlySpan<char> digits)
        {
            var beginning = 0;
            foreach (var digit in digits[.._prefix])
            {
                beginning = (beginning * 10) + (digit - '0');
            }

            return beginning >= From && beginning <= To && Lengths.AsSpan().Contains(digits.Length);
        }
    }
}
