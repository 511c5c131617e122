using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Import;

/// <summary>τ-bench's shop in this product's words.</summary>
internal sealed class TauRetailShop
{
    private readonly TauRetailCalendar _calendar;
    private readonly Dictionary<string, Product> _products;
    private readonly Dictionary<string, CustomerProfile> _customers;

    /// <exception cref="ImportFailedException">A record says what this product has no word for.</exception>
    public TauRetailShop(TauRetailFiles files, TauRetailCalendar calendar)
    {
        _calendar = calendar;
        _products = files.Products.Select(Product).ToDictionary(product => product.ProductId);
        _customers = files.Users.Select(Profile).ToDictionary(profile => profile.CustomerId);
        Orders = [.. files.Orders.Select(Order)];
    }

    public IReadOnlyCollection<Product> Products => _products.Values;

    public IReadOnlyCollection<CustomerProfile> Customers => _customers.Values;

    public ImmutableArray<Order> Orders { get; }

    private static Product Product(TauProduct product)
    {
        var names = product.Variants.Values.SelectMany(variant => variant.Options.Keys).Distinct().ToList();
        return new(
            product.ProductId,
            product.Name,
            [
                .. product.Variants.Values.Select(variant => new ProductVariant(
                    variant.ItemId,
                    [.. names.Where(variant.Options.ContainsKey).Select(name => new ProductOption(name, variant.Options[name]))],
                    Money.ToCents(variant.Price),
                    variant.Available)),
            ]);
    }

    private static CustomerProfile Profile(TauUser user) => new(
        user.UserId,
        user.Name.FirstName,
        user.Name.LastName,
        user.Email,
        Address(user.Address),
        [.. user.PaymentMethods.Values.Select(method => Method(user, method))]);

    private static PaymentMethod Method(TauUser user, TauPaymentMethod method) => method.Source switch
    {
        "credit_card" => new(method.Id, PaymentMethodKind.Card, $"{Capitalized(method.Brand)} ending in {method.LastFour}"),
        "paypal" => new(method.Id, PaymentMethodKind.PayPal, "PayPal"),
        "gift_card" => new(method.Id, PaymentMethodKind.GiftCard, $"Gift card ending in {method.Id[^4..]}", Money.ToCents(method.Balance ?? 0)),
        _ => throw new ImportFailedException($"users.json: {user.UserId} has a payment method of an unknown source, '{method.Source}'."),
    };

    private static string Capitalized(string? brand) => brand is { Length: > 0 } ? char.ToUpperInvariant(brand[0]) + brand[1..] : "Card";

    private static PostalAddress Address(TauAddress address) =>
        new(address.Address1, address.Address2, address.City, address.State, address.Zip, address.Country);

    private Order Order(TauOrder order)
    {
        var status = Status(order);
        var placedAt = _calendar.PlacedAt(order.OrderId, status);
        return new(
            order.OrderId,
            order.UserId,
            status,
            placedAt,
            [.. order.Items.Select(Line)],
            Address(order.Address),
            [.. order.PaymentHistory.Select(payment => Payment(order, payment, placedAt))],
            Parcel(order, status, placedAt));
    }

    private static OrderStatus Status(TauOrder order) => order.Status switch
    {
        "cancelled" => OrderStatus.Canceled,
        var word when OrderStatusWords.TryParse(word, out var status) => status,
        var word => throw new ImportFailedException($"orders.json: {order.OrderId} has an unknown status, '{word}'."),
    };

    private OrderLine Line(TauLine line) => new(
        line.ItemId,
        line.Name,
        Money.ToCents(line.Price),
        _products.GetValueOrDefault(line.ProductId)?.Find(line.ItemId)?.InWords ?? string.Join(", ", line.Options.Values),
        line.ProductId);

    private OrderPayment Payment(TauOrder order, TauPayment payment, DateTimeOffset placedAt)
    {
        var method = _customers.GetValueOrDefault(order.UserId)?.Find(payment.PaymentMethodId)?.Name ?? payment.PaymentMethodId;
        return payment.TransactionType switch
        {
            "payment" => new(PaymentKind.Payment, Money.ToCents(payment.Amount), payment.PaymentMethodId, method, placedAt),
            "refund" => new(
                PaymentKind.Refund,
                Money.ToCents(payment.Amount),
                payment.PaymentMethodId,
                method,
                TauRetailCalendar.RefundedAt(placedAt, order.OrderId)),
            var kind => throw new ImportFailedException($"orders.json: {order.OrderId} has an unknown transaction, '{kind}'."),
        };
    }

    /// <summary>Other orders than delivered ones have a number too, but in this product what is not yet shipped has no parcel.</summary>
    private static Shipment? Parcel(TauOrder order, OrderStatus status, DateTimeOffset placedAt) =>
        status == OrderStatus.Delivered && order.Fulfillments.SelectMany(parcel => parcel.TrackingId).FirstOrDefault() is { } number
            ? TauRetailCalendar.Delivered(placedAt, number)
            : null;
}
