using System.Globalization;

namespace CloudMart.Support.Core.Orders;

/// <summary>Amounts in the shop's currency.</summary>
public static class Money
{
    /// <summary>The shop sells in US dollars.</summary>
    private static readonly CultureInfo Shop = CultureInfo.GetCultureInfo("en-US");

    /// <summary>E.g. <c>$89.00</c>.</summary>
    public static string InWords(decimal amount) => ToCents(amount).ToString("C", Shop);

    /// <summary>
    /// Rounded to whole cents and always with two decimals, so that 89 is written 89.00. Imported payments carry the traces of
    /// binary arithmetic (0.0499999…): each is rounded before it is summed.
    /// </summary>
    public static decimal ToCents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero) + 0.00m;
}
