using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A small shop: its people, its orders, and a conversation to talk in.</summary>
internal static class CornerShop
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly SignedInCustomer Ana = new("customer-1", "Ana");
    public static readonly SignedInCustomer Ben = new("customer-2", "Ben");
    public static readonly OperationId Operation = new("conversation-1", 2, 0);
    public static readonly OperationStamp Stamp = new(Operation, Ana.CustomerId, Noon);

    public static Order Order(string orderId = "CM-7890", OrderStatus status = OrderStatus.Pending) => new(
        orderId,
        Ana.CustomerId,
        status,
        Noon.AddHours(-2),
        [new("2041-3", "Wireless headphones", 89.00m, "black"), new("3310-1", "Aluminum laptop stand", 40.00m)],
        new PostalAddress("12 Elm Street", "", "Portland", "OR", "97205", "USA"),
        [Paid(129.00m, "credit_card_4242", "Visa ending in 4242")]);

    public static OrderPayment Paid(decimal amount, string methodId, string? method = null) =>
        new(PaymentKind.Payment, amount, methodId, method ?? methodId, Noon.AddHours(-2));

    public static OrderPayment Refunded(decimal amount, string methodId, string? method = null) =>
        new(PaymentKind.Refund, amount, methodId, method ?? methodId, Noon.AddHours(-1));

    /// <summary>Ana, with an empty gift card of each of these ids.</summary>
    public static CustomerProfile Profile(params IEnumerable<string> giftCards) => new(
        Ana.CustomerId, Ana.Name, "Martins", "ana@example.com", Order().ShipTo,
        [.. giftCards.Select(id => new PaymentMethod(id, PaymentMethodKind.GiftCard, id, 0.00m))]);

    /// <summary>A conversation of these facts, numbered from 1.</summary>
    public static ConversationSnapshot Conversation(params ImmutableArray<ConversationEvent> events) =>
        ConversationSnapshot.Empty(Operation.ConversationId).Append(events.Select((e, index) => new RecordedEvent(index + 1, Noon, e)));

    /// <summary>A conversation in which the customer wrote these messages.</summary>
    public static ConversationSnapshot Saying(params string[] messages) =>
        Conversation([.. messages.Select((text, index) => new CustomerSaid(Ana.CustomerId, $"m{index}", text))]);
}
