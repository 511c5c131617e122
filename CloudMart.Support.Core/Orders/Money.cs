using System.Globalization;

namespace CloudMart.Support.Core.Orders;

/// <summary>Amounts in the shop's currency.</summary>
public static class Money
{
    /// <summary>
    /// Rounded to whole cents and always with two decimals, so that 89 is written 89.00. Imported payments carry the traces of
    /// binary arithmetic (0.0499999…): each is rounded before it is summed.
    /// </summary>
    public static decimal ToCents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero) + 0.00m;

    /// <summary>As customers read it; the shop sells in US dollars.</summary>
    public static string InWords(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${amount:#,##0.00}");
}
