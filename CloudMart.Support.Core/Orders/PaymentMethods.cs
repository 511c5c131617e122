using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

internal static class PaymentMethods
{
    /// <summary>A gift card pays no more than is on it; of the others the bank knows.</summary>
    public static bool Covers(this PaymentMethod method, decimal amount) => method.Balance is not { } balance || balance >= amount;

    /// <summary>Money can go back there: to a gift card only where there still is one to put it on.</summary>
    public static bool CanTake(this CustomerProfile? customer, OrderPayment payment) =>
        !payment.IsOnGiftCard || customer?.HasGiftCard(payment.MethodId) == true;

    public static OperationRefused GiftCardIsGone(Order order, string participle) => new(
        order, participle, "the gift card that it was paid with is no longer there", "Ask here for a person, who will find another way for the money.");

    public static RequestMistaken Unknown(string methodId) =>
        new($"'{BoundedText.Cut(methodId, 64)}' is no payment method of the customer's profile.");
}
