using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// What the shop's other tools answer in an <see cref="EmbeddedChat"/>: one customer's profile, a small catalogue, a small help center, and
/// an action card for whatever is to be changed.
/// </summary>
internal sealed class EmbeddedShop
{
    public static readonly string[] Tools =
    [
        "get_profile", "get_product", "find_products", "search_help", "change_shipping_address", "change_default_address",
        "change_payment_method", "change_items", "return_items", "exchange_items",
    ];

    private static readonly (string ProductId, string Name, (string ItemId, string Options, decimal Price, bool Available)[] Variants)[] Catalogue =
    [
        ("p-1", "Wireless headphones",
        [
            ("1", "color=black", 129.00m, true), ("1b", "color=blue", 129.00m, true), ("1r", "color=red", 139.00m, true),
            ("1w", "color=white", 129.00m, false),
        ]),
        ("p-2", "Coffee grinder", [("2", "material=steel", 79.00m, true), ("2w", "material=wood", 84.00m, true)]),
        ("p-3", "Ceramic cup", [("3", "color=sage", 12.50m, true), ("3w", "color=white", 12.50m, true)]),
        ("p-6", "Cast-iron skillet",
        [
            ("6", "size=10 inch;finish=black", 44.95m, true), ("6l", "size=12 inch;finish=black", 54.95m, true),
            ("6e", "size=10 inch;finish=red enamel", 44.95m, true), ("6x", "size=12 inch;finish=red enamel", 64.95m, false),
        ]),
        ("p-8", "Hiking boots",
        [
            ("8", "color=brown;size=8", 120.00m, true), ("8b", "color=brown;size=9", 120.00m, true),
            ("8c", "color=green;size=9", 115.00m, true), ("8d", "color=green;size=10", 115.00m, true),
        ]),
    ];

    private static readonly (string[] Words, string Title, string Heading, string Quote, string Url)[] Articles =
    [
        (["return", "returns", "returning", "exchange", "exchanging"], "Returns", "How long you have",
            "You can return a delivered item within 30 days.", "/help/returns#how-long"),
        (["refund", "refunds", "money"], "Refunds", "How long it takes",
            "A refund to a card takes 5 to 7 business days; to a gift card it is there at once.", "/help/refunds#how-long"),
        (["cancellation", "canceling"], "Cancellations", "What it costs", "Canceling a pending order is free.", "/help/cancellations#cost"),
        (["payment"], "Payment methods", "", "We accept cards, PayPal and gift cards.", "/help/payment-methods"),
        (["shipping"], "Shipping", "Times", "Most parcels arrive within 3 to 5 business days.", "/help/shipping#times"),
        (["privacy"], "Privacy", "", "We never sell your data.", "/help/privacy"),
    ];

    /// <summary>What is sold instead of the small catalogue.</summary>
    public ImmutableArray<Product> Sold { get; set; } = [];

    /// <summary>In the order in which they are shown.</summary>
    public List<(string Id, string Name, string Kind, decimal? Balance)> Methods { get; } =
    [
        ("credit_card_4242", "Visa ending in 4242", "card", null),
        ("gift_card_77", "Gift card ending in 0077", "gift card", 200.00m),
        ("paypal_1", "PayPal", "paypal", null),
    ];

    /// <summary>When set, whatever is to be changed is answered with this outcome instead of a card.</summary>
    public string? ChangesAnswer { get; set; }

    /// <summary>The open card's action and order; a plain yes or no ends it.</summary>
    public (string Action, string? OrderId)? Card { get; set; }

    public static string? ProductOf(string itemId) =>
        Catalogue.FirstOrDefault(product => product.Variants.Any(variant => variant.ItemId == itemId)).ProductId;

    public string Answer(string tool, JsonElement arguments) => tool switch
    {
        "get_profile" => Profile(),
        "get_product" => Describe(arguments.GetProperty("productId").GetString()!),
        "find_products" => Find(arguments.GetProperty("query").GetString()!),
        "search_help" => Help(arguments.GetProperty("question").GetString()!),
        _ => Change(tool, arguments),
    };

    /// <summary>A plain yes or no ends the open card; not so where two are open.</summary>
    public bool Takes { get; set; } = true;

    /// <summary>What the desk notes when the customer has written <paramref name="text"/>; null where it is neither yes nor no.</summary>
    public string? NoteOn(string text)
    {
        if (!Takes || Card is not { } card || text.Trim('.', '!').ToLowerInvariant() is not ("yes" or "no"))
        {
            return null;
        }

        var outcome = text.StartsWith("yes", StringComparison.OrdinalIgnoreCase) ? "done" : "declined";
        Card = null;
        return Json(new { outcome, action = card.Action, orderId = card.OrderId, message = $"{What(card.Action, card.OrderId)}: {outcome}." });
    }

    private string Profile() => Json(new
    {
        outcome = "found",
        profile = new
        {
            name = "Ana Martins",
            email = "ana@example.com",
            address = "12 Elm Street, Portland, OR 97205, USA",
            paymentMethods = Methods.Select(method => new { id = method.Id, name = method.Name, kind = method.Kind, balance = method.Balance }),
        },
    });

    private string Describe(string productId) => Sold.FirstOrDefault(product => product.ProductId == productId) is { } sold
        ? Json(new { outcome = "found", product = ProductView.Of(sold) })
        : Catalogue.FirstOrDefault(product => product.ProductId == productId) is { Name: not null } found
        ? Json(new
        {
            outcome = "found",
            product = new
            {
                productId,
                name = found.Name,
                variants = found.Variants.Select(variant => new
                {
                    itemId = variant.ItemId,
                    options = variant.Options.Split(';').Select(option => option.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]),
                    price = variant.Price,
                    available = variant.Available,
                }),
            },
        })
        : Json(new { outcome = "not_found", message = "No such product." });

    private string Find(string query)
    {
        var words = query.ToLowerInvariant().Split(' ');
        var products = (Sold.IsEmpty
                ? Catalogue.Select(product => (product.ProductId, product.Name))
                : Sold.Select(product => (product.ProductId, product.Name)))
            .Where(product => product.Name.ToLowerInvariant().Split(' ').Any(words.Contains))
            .Select(product => new { productId = product.ProductId, name = product.Name });
        return Json(new { outcome = "found", products, more = false });
    }

    private static string Help(string question)
    {
        var words = question.ToLowerInvariant().Split([' ', ':', '?'], StringSplitOptions.RemoveEmptyEntries);
        return Articles.FirstOrDefault(article => article.Words.Any(words.Contains)) is { Title: not null } best
            ? Json(new { outcome = "found", articles = new[] { new { title = best.Title, heading = best.Heading, quote = best.Quote, url = best.Url } } })
            : Json(new { outcome = "not_found", message = "Nothing found." });
    }

    private string Change(string action, JsonElement arguments)
    {
        var orderId = arguments.TryGetProperty("orderId", out var id) ? id.GetString() : null;
        Card = ChangesAnswer is null ? (action, orderId) : null;
        return Json(new
        {
            outcome = ChangesAnswer ?? "waiting_for_customer", action, orderId, what = What(action, orderId), message = $"{What(action, orderId)}.",
        });
    }

    /// <summary>E.g. <c>CM-7820: return items</c>.</summary>
    private static string What(string action, string? orderId) =>
        orderId is null ? action.Replace('_', ' ') : $"{orderId}: {action.Replace('_', ' ')}";

    private static string Json<T>(T answer) => JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
}
