using System.Collections.Immutable;

namespace CloudMart.Support.Core.Orders;

/// <summary>How an operation on an order came out. All of these are expected.</summary>
public abstract record OrderOutcome;

/// <summary>No such order, or it is not this customer's: nobody can tell which.</summary>
public sealed record OrderNotFound : OrderOutcome;

/// <summary>It is canceled now.</summary>
/// <param name="Order">After the change.</param>
/// <param name="Refunds">What goes back where; empty where nothing had been paid.</param>
public sealed record OrderCanceled(Order Order, ImmutableArray<Refund> Refunds) : OrderOutcome;

/// <summary>It was canceled before; nothing was changed.</summary>
public sealed record AlreadyCanceled(Order Order) : OrderOutcome;

/// <summary>It is too late to cancel; nothing was changed.</summary>
/// <param name="Order">As it stands.</param>
/// <param name="Why">A clause that follows "cannot be canceled:", e.g. <c>it is already on its way with UPS</c>.</param>
/// <param name="Instead">A sentence: what the customer can do instead.</param>
public sealed record CancelRefused(Order Order, string Why, string Instead) : OrderOutcome;

/// <summary>What was decided, and the change that the caller has to commit for it to become true; null where nothing changes.</summary>
public sealed record OrderDecision(OrderOutcome Outcome, ShopChange? Change = null);
