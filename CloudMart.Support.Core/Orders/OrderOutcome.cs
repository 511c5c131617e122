using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Orders;

/// <summary>How an operation came out. All of these are expected.</summary>
public abstract record OrderOutcome
{
    /// <summary>What goes back to the customer by it, now or later.</summary>
    public virtual decimal MoneyBack => 0;
}

/// <summary>No such order, or it is not this customer's: nobody can tell which.</summary>
public sealed record OrderNotFound : OrderOutcome;

/// <summary>What was asked for makes no sense (an item that is not in the order, an unknown payment method): for the assistant, not for the customer.</summary>
/// <param name="Message">A sentence that says what is wrong with which argument.</param>
public sealed record RequestMistaken(string Message) : OrderOutcome;

/// <summary>The shop's rules do not allow it; nothing was changed.</summary>
/// <param name="Order">As it stands.</param>
/// <param name="Participle">What was not done, e.g. <c>canceled</c>.</param>
/// <param name="Why">A clause that follows "was not canceled:", e.g. <c>it is already on its way with UPS</c>.</param>
/// <param name="Instead">A sentence: what the customer can do instead; empty where there is nothing to say.</param>
public sealed record OperationRefused(Order Order, string Participle, string Why, string Instead) : OrderOutcome;

/// <summary>This very operation was carried out before; nothing was changed.</summary>
/// <param name="Order">As it stands.</param>
/// <param name="First">How it came out then.</param>
public sealed record AlreadyApplied(Order Order, AppliedOperation First) : OrderOutcome;

/// <summary>It is canceled now.</summary>
/// <param name="Order">After the change.</param>
/// <param name="Refunds">What goes back where; empty where nothing had been paid.</param>
public sealed record OrderCanceled(Order Order, ImmutableArray<Refund> Refunds) : OrderOutcome
{
    public override decimal MoneyBack => Refunds.Sum(refund => refund.Amount);
}

/// <summary>It was canceled before; nothing was changed.</summary>
public sealed record AlreadyCanceled(Order Order) : OrderOutcome;

/// <summary>It goes to another address now.</summary>
public sealed record ShippingAddressChanged(Order Before, Order Order) : OrderOutcome;

/// <summary>Orders to come go to another address.</summary>
public sealed record DefaultAddressChanged(CustomerProfile Before, CustomerProfile Customer) : OrderOutcome;

/// <summary>It is paid another way now.</summary>
/// <param name="Order">After the change.</param>
/// <param name="Paid">What the new method pays.</param>
/// <param name="Back">What the old one gets back.</param>
public sealed record PaymentMethodChanged(Order Order, OrderPayment Paid, Refund Back) : OrderOutcome
{
    /// <summary>Nothing leaves the shop: the same amount comes in.</summary>
    public override decimal MoneyBack => 0;
}

/// <summary>Some of its lines are other variants now.</summary>
/// <param name="Order">After the change.</param>
/// <param name="Lines">Which for which.</param>
/// <param name="Difference">What it costs more, or less.</param>
public sealed record ItemsChanged(Order Order, ImmutableArray<LineChange> Lines, PriceDifference Difference) : OrderOutcome
{
    public override decimal MoneyBack => Math.Max(0, -Difference.Amount);
}

/// <summary>A return of some of its lines is under way.</summary>
/// <param name="Order">After the change.</param>
/// <param name="Lines">What is sent back.</param>
/// <param name="Refund">What is given back once it has arrived.</param>
public sealed record ReturnRequested(Order Order, ImmutableArray<OrderLine> Lines, Refund Refund) : OrderOutcome
{
    public override decimal MoneyBack => Refund.Amount;
}

/// <summary>An exchange of some of its lines is under way.</summary>
/// <param name="Order">After the change.</param>
/// <param name="Lines">Which for which.</param>
/// <param name="Difference">What is paid, or given back, once the old ones have arrived.</param>
public sealed record ExchangeRequested(Order Order, ImmutableArray<LineChange> Lines, PriceDifference Difference) : OrderOutcome
{
    public override decimal MoneyBack => Math.Max(0, -Difference.Amount);
}

/// <summary>A line, and what takes its place.</summary>
public sealed record LineChange(OrderLine Before, OrderLine After)
{
    internal static string InWords(IEnumerable<LineChange> changes) =>
        string.Join(", ", changes.Select(change => $"{change.Before.Name} ({change.Before.Options} → {change.After.Options})"));
}

/// <summary>What other items cost more (or, where negative, less), in whole cents, and by which method that is settled.</summary>
public sealed record PriceDifference(decimal Amount, PaymentMethod Method)
{
    public Refund? Refund => Amount < 0 ? new Refund(-Amount, Method.Id, Method.Name) : null;

    public OrderPayment BookedAt(DateTimeOffset at) => Refund?.BookedAt(at)
        ?? new OrderPayment(PaymentKind.Payment, Amount, Method.Id, Method.Name, at);

    public override string ToString() => Amount switch
    {
        0 => "no difference",
        > 0 => $"{Money.InWords(Amount)} more, by {Method.Name}",
        _ => $"{Money.InWords(-Amount)} back to {Method.Name}",
    };
}

/// <summary>What was decided, and the change that the caller has to commit for it to become true; null where nothing changes.</summary>
public sealed record OrderDecision(OrderOutcome Outcome, ShopChange? Change = null);
