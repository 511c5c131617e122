using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

internal static class PaymentMethods
{
    /// <summary>A gift card pays no more than is on it; of the others the bank knows.</summary>
    public static bool Covers(this PaymentMethod method, decimal amount) => method.Balance is not { } balance || balance >= amount;

    public static RequestMistaken Unknown(string methodId) =>
        new($"'{BoundedText.Cut(methodId, 64)}' is no payment method of the customer; get_profile lists them.");
}
