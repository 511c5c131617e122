using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Fakes;

public static class SomeCustomers
{
    public const string GiftCard = "gift_card_8831";

    public static string NewCustomerId() => $"customer-{Guid.NewGuid():N}";

    /// <summary>A customer with one method of each kind.</summary>
    public static CustomerProfile Ana(string customerId = "customer-1", decimal balance = 25.00m) => new(
        customerId,
        "Ana",
        "Martins",
        "ana.martins@example.com",
        new PostalAddress("12 Elm Street", "Apt 4", "Portland", "OR", "97201", "USA"),
        [
            new("credit_card_4421", PaymentMethodKind.Card, "Visa ending in 4242"),
            new("paypal_ana", PaymentMethodKind.PayPal, "PayPal"),
            new(GiftCard, PaymentMethodKind.GiftCard, "Gift card ending in 8831", balance),
        ]);

    /// <summary>The change that money on the gift card makes.</summary>
    public static CustomerChange Credited(CustomerProfile profile, decimal amount) =>
        new(profile, profile.Credit(GiftCard, amount) with { Version = profile.Version + 1 });
}
