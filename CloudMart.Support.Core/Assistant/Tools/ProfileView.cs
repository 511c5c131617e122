using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>A profile as the assistant sees it.</summary>
internal sealed record ProfileView(string Name, string Email, string Address, ImmutableArray<PaymentMethodView> PaymentMethods)
{
    private const int MaxMethods = 20;

    public static ProfileView Of(CustomerProfile profile) => new(
        OrderView.Short($"{profile.GivenName} {profile.FamilyName}".Trim()),
        OrderView.Short(profile.Email),
        BoundedText.Cut(profile.Address.ToString(), 300),
        [.. profile.PaymentMethods.Take(MaxMethods).Select(PaymentMethodView.Of)]);
}

internal sealed record PaymentMethodView(string Id, string Name, string Kind, decimal? Balance)
{
    public static PaymentMethodView Of(PaymentMethod method) => new(
        OrderView.Short(method.Id),
        OrderView.Short(method.Name),
        method.Kind switch
        {
            PaymentMethodKind.Card => "card",
            PaymentMethodKind.PayPal => "paypal",
            PaymentMethodKind.GiftCard => "gift card",
            _ => throw new ArgumentOutOfRangeException(nameof(method), method.Kind, null),
        },
        method.Balance is { } balance ? Money.ToCents(balance) : null);
}
