using System.Collections.Immutable;

namespace CloudMart.Support.Core.Customers;

/// <summary>What the shop knows of a customer.</summary>
/// <param name="CustomerId">E.g. <c>customer-1</c>.</param>
/// <param name="GivenName">What a greeting calls them.</param>
/// <param name="FamilyName">For lists.</param>
/// <param name="Email">Where the shop writes to.</param>
/// <param name="Address">The default address, for orders to come.</param>
/// <param name="PaymentMethods">What they can pay with and be paid back to.</param>
/// <param name="Version">Raised by every write; a write is conditional on the version it was decided on.</param>
public sealed record CustomerProfile(
    string CustomerId,
    string GivenName,
    string FamilyName,
    string Email,
    PostalAddress Address,
    ImmutableArray<PaymentMethod> PaymentMethods,
    long Version = 1)
{
    public PaymentMethod? Find(string methodId) => PaymentMethods.FirstOrDefault(method => method.Id == methodId);

    /// <summary>Whether there is a gift card of that id to put money on.</summary>
    public bool HasGiftCard(string methodId) => Find(methodId) is { Balance: not null };

    /// <summary>With <paramref name="amount"/> more (or, where negative, less) on a gift card; itself where the method is none of theirs or no gift card.</summary>
    public CustomerProfile Credit(string methodId, decimal amount) =>
        amount != 0 && Find(methodId) is { Balance: { } balance } card
            ? this with { PaymentMethods = PaymentMethods.Replace(card, card with { Balance = balance + amount }) }
            : this;
}

/// <summary>Something a customer can pay with.</summary>
/// <param name="Id">The shop's id, e.g. <c>credit_card_4242</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As the customer knows it, e.g. <c>Visa ending in 4242</c>.</param>
/// <param name="Balance">What is left on a gift card, in whole cents; null for everything else.</param>
public sealed record PaymentMethod(string Id, PaymentMethodKind Kind, string Name, decimal? Balance = null);

public enum PaymentMethodKind
{
    Card,
    PayPal,
    GiftCard,
}
