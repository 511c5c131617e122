using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Core.Staff;

/// <summary>What there is to choose from where staff act for a customer.</summary>
public sealed class StaffChoices(ICustomerStore customers, IProductStore products)
{
    /// <summary>The customer's payment methods, and what could take the place of each line.</summary>
    /// <param name="by">Who asks. Only the sign-in makes a member of staff, so having one is the permission.</param>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<OrderChoices> OfAsync(SignedInStaff by, Order order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var profile = await customers.FindAsync(order.CustomerId, cancellationToken);
        var replacements = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ProductVariant>>();
        foreach (var line in order.Items.Where(line => line.ProductId.Length > 0).DistinctBy(line => line.ItemId))
        {
            var product = await products.FindAsync(line.ProductId, cancellationToken);
            replacements[line.ItemId] = [.. (product?.Variants ?? []).Where(variant => variant.IsAvailable && variant.ItemId != line.ItemId)];
        }

        return new(profile?.PaymentMethods ?? [], replacements.ToImmutable());
    }
}

/// <param name="Methods">What the customer can pay with and be paid back to.</param>
/// <param name="Replacements">By a line's item id: the other variants that can be had now.</param>
public sealed record OrderChoices(ImmutableArray<PaymentMethod> Methods, ImmutableDictionary<string, ImmutableArray<ProductVariant>> Replacements)
{
    public static OrderChoices None { get; } = new([], ImmutableDictionary<string, ImmutableArray<ProductVariant>>.Empty);
}
