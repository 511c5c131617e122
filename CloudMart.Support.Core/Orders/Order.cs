using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>An order as the store holds it. Rules are methods that answer with the changed order; nothing here does I/O.</summary>
/// <param name="OrderId">E.g. <c>CM-7890</c>.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="Items">Its lines; two of the same are two lines.</param>
/// <param name="ShipTo">Where it goes.</param>
/// <param name="Payments">Every payment and refund, oldest first.</param>
/// <param name="Shipment">Carrier and tracking number, once there is one.</param>
/// <param name="Version">Raised by every write; a write is conditional on the version it was decided on.</param>
/// <param name="History">The newest operations applied to it, at most <see cref="MaxHistory"/>.</param>
/// <param name="ItemsChanged">Its items were changed once, which is as often as they can be; it stays pending.</param>
/// <param name="CancelReason">Why it was canceled, where a reason was given.</param>
/// <param name="Return">What is to be sent back, once that was asked for.</param>
/// <param name="Exchange">What is to be exchanged, once that was asked for.</param>
public sealed record Order(
    string OrderId,
    string CustomerId,
    OrderStatus Status,
    DateTimeOffset PlacedAt,
    ImmutableArray<OrderLine> Items,
    PostalAddress ShipTo,
    ImmutableArray<OrderPayment> Payments,
    Shipment? Shipment = null,
    long Version = 1,
    ImmutableArray<AppliedOperation> History = default,
    bool ItemsChanged = false,
    string? CancelReason = null,
    ItemReturn? Return = null,
    ItemExchange? Exchange = null)
{
    public const int MaxHistory = 20;

    public ImmutableArray<AppliedOperation> History { get; init; } = History.IsDefault ? [] : History;

    /// <summary>What the lines cost together.</summary>
    public decimal Total => Items.Sum(item => item.Price);

    /// <summary>The methods that hold the payment, as the customer knows them; once it was given back, those that had paid.</summary>
    [JsonIgnore]
    public IEnumerable<string> PaidWith => (Refund.OfAllStillHeld(Payments) is { IsEmpty: false } held
        ? held.Select(refund => refund.Method)
        : Payments.Where(payment => payment.Kind == PaymentKind.Payment).Select(payment => payment.Method)).Distinct();

    /// <summary>The next version, with <paramref name="operation"/> in its history, of which the oldest entries go first.</summary>
    internal Order Applied(AppliedOperation operation) => this with
    {
        Version = Version + 1,
        History = [.. History.TakeLast(MaxHistory - 1), operation],
    };
}

/// <summary>One line of an order.</summary>
/// <param name="ItemId">The variant's id.</param>
/// <param name="Name">E.g. <c>Wireless headphones</c>.</param>
/// <param name="Price">In the shop's currency.</param>
/// <param name="Options">E.g. <c>black, over-ear</c>; may be empty.</param>
/// <param name="ProductId">The product that it is a variant of; empty where the catalogue has none.</param>
public sealed record OrderLine(string ItemId, string Name, decimal Price, string Options = "", string ProductId = "");

/// <summary>Lines that the customer sends back.</summary>
/// <param name="ItemIds">Their items' ids; one that stands on two lines may stand here twice.</param>
/// <param name="Refund">What is given back once they have arrived.</param>
public sealed record ItemReturn(ImmutableArray<string> ItemIds, Refund Refund);

/// <summary>Lines that the customer sends back for others.</summary>
/// <param name="Changes">Which for which.</param>
/// <param name="Difference">What is still to be paid (or, where negative, given back) once they have arrived, in whole cents.</param>
/// <param name="MethodId">How.</param>
/// <param name="Method">As the customer knows it.</param>
public sealed record ItemExchange(ImmutableArray<ItemChange> Changes, decimal Difference, string MethodId, string Method);

/// <summary>One variant for another of the same product.</summary>
public sealed record ItemChange(string ItemId, string NewItemId);

/// <summary>Money that moved, or will.</summary>
/// <param name="Kind">In or out.</param>
/// <param name="Amount">Always positive.</param>
/// <param name="MethodId">The customer's payment method; a gift card's begins with <see cref="GiftCardPrefix"/>.</param>
/// <param name="Method">As the customer knows it, e.g. <c>Visa ending in 4242</c>.</param>
/// <param name="At">When it was booked.</param>
public sealed record OrderPayment(PaymentKind Kind, decimal Amount, string MethodId, string Method, DateTimeOffset At)
{
    public const string GiftCardPrefix = "gift_card_";

    internal bool IsOnGiftCard => MethodId.StartsWith(GiftCardPrefix, StringComparison.Ordinal);
}

public enum PaymentKind
{
    Payment,
    Refund,
}

/// <summary>A parcel under way or delivered.</summary>
/// <param name="Carrier">E.g. <c>UPS</c>.</param>
/// <param name="TrackingNumber">The carrier's.</param>
/// <param name="ShippedAt">When it left.</param>
/// <param name="ExpectedOn">When it should arrive; null where unknown.</param>
/// <param name="DeliveredAt">When it arrived; null while under way.</param>
public sealed record Shipment(
    string Carrier, string TrackingNumber, DateTimeOffset ShippedAt, DateOnly? ExpectedOn = null, DateTimeOffset? DeliveredAt = null);

/// <summary>Who did what to an order, and when.</summary>
/// <param name="Operation">The operation's id: conversation, number of the event that asked, index there.</param>
/// <param name="Act">E.g. <c>cancel_order</c>.</param>
/// <param name="By">The customer's id, or the member of staff's.</param>
/// <param name="At">When.</param>
/// <param name="Outcome">One sentence, e.g. <c>Canceled; 129.00 goes back to Visa ending in 4242</c>.</param>
public sealed record AppliedOperation(string Operation, string Act, string By, DateTimeOffset At, string Outcome);
