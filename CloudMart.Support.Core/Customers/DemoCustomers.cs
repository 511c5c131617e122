using System.Collections.Immutable;

namespace CloudMart.Support.Core.Customers;

/// <summary>The demo's customers as they are on the first day, and what they pay with.</summary>
public static class DemoCustomers
{
    internal static readonly PostalAddress Elm = new("12 Elm Street", "", "Portland", "OR", "97205", "USA");
    internal static readonly PostalAddress Lake = new("871 Lake Shore Avenue", "Apt 5B", "Chicago", "IL", "60611", "USA");

    internal static readonly PaymentMethod Visa = new("credit_card_4242", PaymentMethodKind.Card, "Visa ending in 4242");
    internal static readonly PaymentMethod Mastercard = new("credit_card_5100", PaymentMethodKind.Card, "Mastercard ending in 5100");
    internal static readonly PaymentMethod GiftCard = new("gift_card_8831", PaymentMethodKind.GiftCard, "Gift card ending in 8831", 25.00m);
    internal static readonly PaymentMethod PayPal = new("paypal_ana", PaymentMethodKind.PayPal, "PayPal");
    internal static readonly PaymentMethod BensVisa = new("credit_card_1881", PaymentMethodKind.Card, "Visa ending in 1881");
    internal static readonly PaymentMethod BensPayPal = new("paypal_ben", PaymentMethodKind.PayPal, "PayPal");

    public static ImmutableArray<CustomerProfile> All { get; } =
    [
        Profile(DemoAccounts.Ana, Elm, Visa, Mastercard, GiftCard, PayPal),
        Profile(DemoAccounts.Ben, Lake, BensVisa, BensPayPal),
    ];

    private static CustomerProfile Profile(DemoAccount account, PostalAddress address, params ImmutableArray<PaymentMethod> methods) => new(
        account.Id,
        account.GivenName,
        account.FamilyName,
        $"{account.GivenName}.{account.FamilyName}@example.com".ToLowerInvariant(),
        address,
        methods);
}
