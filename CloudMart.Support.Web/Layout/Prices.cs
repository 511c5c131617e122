using System.Globalization;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Web.Layout;

/// <summary>Amounts as the shop writes them; it sells in US dollars.</summary>
public static class Prices
{
    /// <summary>For amounts and for dates that have no time of day.</summary>
    public static CultureInfo Shop { get; } = CultureInfo.GetCultureInfo("en-US");

    public static string Of(decimal amount) => Money.InWords(amount);
}
