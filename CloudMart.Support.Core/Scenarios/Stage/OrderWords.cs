using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>Reads what stands for items and payment methods in a step, by the catalogue and the customer's profile.</summary>
internal static partial class OrderWords
{
    /// <summary>E.g. <c>Wireless headphones (black, over-ear), 2 x Linen cushion cover and "A mug, chipped" $12.00</c>.</summary>
    /// <returns>The lines, or what is wrong with them.</returns>
    public static (ImmutableArray<OrderLine> Lines, string? Mistake) Items(string words)
    {
        var lines = ImmutableArray.CreateBuilder<OrderLine>();
        foreach (var item in Between().Split(words))
        {
            var (line, count, mistake) = One(item);
            if (line is null)
            {
                return ([], mistake);
            }

            lines.AddRange(Enumerable.Repeat(line, count));
        }

        return (lines.ToImmutable(), null);
    }

    /// <summary>Whether <paramref name="words"/> name the line, by its name alone or with its options.</summary>
    public static bool Name(this OrderLine line, string words) =>
        Item().Match(words) is { Success: true } item
        && item.Groups["name"].Value.Equals(line.Name, StringComparison.OrdinalIgnoreCase)
        && (!item.Groups["options"].Success || item.Groups["options"].Value.Equals(line.Options, StringComparison.OrdinalIgnoreCase));

    public static IEnumerable<string> Split(string items) => Between().Split(items);

    public static string InWords(OrderLine line) => line.Options.Length == 0 ? line.Name : $"{line.Name} ({line.Options})";

    /// <summary>E.g. <c>Visa</c>, <c>Visa ending in 4242</c> or <c>the gift card</c>: every word stands in the method's name.</summary>
    public static bool NamesMethod(string words, string method) => words.Split(' ')
        .Where(word => !word.Equals("the", StringComparison.OrdinalIgnoreCase))
        .All(word => method.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>E.g. <c>Visa</c>, or <c>the gift card $50.00 and Mastercard</c>: what has no amount pays the rest.</summary>
    /// <returns>The order with its payments, or the words that name no method of the customer's.</returns>
    public static (Order Order, string? Unknown) Pay(this Order order, CustomerProfile customer, string words)
    {
        foreach (var part in words.Split(" and "))
        {
            var amount = Price().Match(part);
            var name = Price().Replace(part, "").Trim();
            if (customer.PaymentMethods.FirstOrDefault(method => NamesMethod(name, method.Name)) is not { } method)
            {
                return (order, name);
            }

            order = order.PaidBy(method, amount.Success ? Amount(amount) : null);
        }

        return (order, null);
    }

    private static (OrderLine? Line, int Count, string? Mistake) One(string words)
    {
        if (Item().Match(words) is not { Success: true } item)
        {
            return (null, 0, $"\"{words}\" is no item.");
        }

        var name = item.Groups["name"].Value;
        var count = item.Groups["count"] is { Success: true } several ? int.Parse(several.Value, CultureInfo.InvariantCulture) : 1;
        decimal? price = item.Groups["price"] is { Success: true } ? Amount(item) : null;
        if (Variant(name, item.Groups["options"]) is var (product, variant))
        {
            return (new(variant.ItemId, product.Name, price ?? variant.Price, variant.InWords, product.ProductId), count, null);
        }

        return price is null
            ? (null, 0, $"\"{words}\" is not in the demo's catalogue; say what it costs, e.g. {words} $10.00.")
            : (new($"item-{name.Length}-{price}", name, price.Value, item.Groups["options"].Value), count, null);
    }

    private static (Product Product, ProductVariant Variant)? Variant(string name, Group options)
    {
        var product = DemoCatalogue.All.FirstOrDefault(product => product.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        var variant = product?.Variants.FirstOrDefault(variant =>
            !options.Success || variant.InWords.Equals(options.Value, StringComparison.OrdinalIgnoreCase));
        return product is null || variant is null ? null : (product, variant);
    }

    private static decimal Amount(Match match) =>
        decimal.Parse(match.Groups["price"].Value, NumberStyles.Number, CultureInfo.InvariantCulture);

    /// <summary>A comma or an "and" that stands neither in brackets nor in quotation marks.</summary>
    [GeneratedRegex("(?:, | and )(?=(?:[^\"“”()]|\\([^()]*\\)|[\"“][^\"“”]*[\"”])*$)")]
    private static partial Regex Between();

    [GeneratedRegex("^(?:(?<count>\\d+) x )?[\"“]?(?<name>[^\"“”()$]+?)[\"”]?(?: \\((?<options>[^()]+)\\))?(?: \\$(?<price>[\\d,.]+))?$")]
    private static partial Regex Item();

    [GeneratedRegex(@"\$(?<price>[\d,]+(?:\.\d\d)?)")]
    private static partial Regex Price();
}
