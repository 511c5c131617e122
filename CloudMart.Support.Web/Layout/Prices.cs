using System.Globalization;

namespace CloudMart.Support.Web.Layout;

/// <summary>Amounts as the shop writes them; it sells in US dollars.</summary>
public static class Prices
{
    private static readonly CultureInfo Shop = CultureInfo.GetCultureInfo("en-US");

    public static string Of(decimal amount) => amount.ToString("C", Shop);
}
