using System.Globalization;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>How orders, money and days are said. Ids are always bold: the assistant recognises them there again.</summary>
internal static partial class OrderWords
{
    private const int NamesShown = 3;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static string Id(string orderId) => $"**{orderId}**";

    public static string Money(decimal amount) => Orders.Money.InWords(amount);

    /// <summary>Names and addresses are not the assistant's words: what is Markdown in them is shown as written.</summary>
    public static string Plain(string text) => MarkdownMarks().Replace(text, @"\$0");

    public static string Items(this OrderView order)
    {
        string[] names = [.. order.Items.IsDefault ? [] : order.Items.Select(item => Plain(item.Name)).Distinct()];
        var unnamed = names.Length - NamesShown + order.MoreItems;
        return names switch
        {
            [] => order.MoreItems > 0 ? Count(order.MoreItems) : "no items",
            _ when unnamed > 0 => $"{string.Join(", ", names.Take(NamesShown))} and {unnamed} more",
            [var only] => only,
            _ => $"{string.Join(", ", names[..^1])} and {names[^1]}",
        };
    }

    private static string Count(int items) => items == 1 ? "1 item" : $"{items} items";

    /// <summary>E.g. <c>is shipped</c>, <c>has a return under way</c>.</summary>
    public static string Stands(this OrderView order) => order.Status switch
    {
        "return requested" => "has a return under way",
        "exchange requested" => "has an exchange under way",
        var status => $"is {Plain(status)}",
    };

    /// <summary>E.g. <c>**CM-7890** (Wireless headphones, $129.00)</c>.</summary>
    public static string Named(this OrderView order) => $"{Id(order.OrderId)} ({order.Items()}, {Money(order.Total)})";

    /// <summary>E.g. <c>Friday, November 27</c>, with the year where it is not obvious.</summary>
    public static string Day(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "today",
        1 => $"tomorrow ({day.ToString("dddd, MMMM d", English)})",
        -1 => $"yesterday ({day.ToString("dddd, MMMM d", English)})",
        > 300 or < -300 => day.ToString("dddd, MMMM d, yyyy", English),
        _ => day.ToString("dddd, MMMM d", English),
    };

    /// <summary>"On Friday, …", but "today".</summary>
    public static string OnDay(DateTime at, DateOnly today) => OnDay(DateOnly.FromDateTime(at), today);

    public static string OnDay(DateOnly day, DateOnly today) =>
        Math.Abs(day.DayNumber - today.DayNumber) <= 1 ? Day(day, today) : $"on {Day(day, today)}";

    [GeneratedRegex(@"[\\`*_\[\]<>#|~&]")]
    private static partial Regex MarkdownMarks();
}
