using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Tests.Kills.Turns;

/// <summary>What the sender of a message wants.</summary>
internal enum Wish
{
    /// <summary>To know something.</summary>
    Answer,

    /// <summary>A change that the message itself is consent for.</summary>
    Cancellation,

    /// <summary>A change that a card asks about.</summary>
    Move,
}

/// <summary>One message, mostly in a conversation of its own, and what its sender has heard of it.</summary>
/// <param name="Customer">Who sends it.</param>
/// <param name="MessageId">Under which it is sent, as often as it takes.</param>
/// <param name="Text">What it says.</param>
/// <param name="Wish">What for.</param>
/// <param name="Order">The order that it is about, as it was before; null for a question.</param>
/// <param name="Leaves">Its sender closes the browser when the connection breaks, unless the message had not even arrived.</param>
internal sealed record CustomersTurn(string Customer, string MessageId, string Text, Wish Wish, Order? Order, bool Leaves)
{
    /// <summary>The conversation that it goes on with; null: it begins one.</summary>
    public string? ThreadId { get; init; }

    public string ConversationId => ThreadId ?? ConversationService.FirstIdFor(new SignedInCustomer(Customer, ""), MessageId);

    /// <summary>Null until a server lived long enough to give it.</summary>
    public CustomersReply? Reply { get; set; }

    /// <summary>The sender has pressed the card's button and heard that it counts.</summary>
    public bool Agreed { get; set; }

    /// <summary>The sender still has something to do: to ask again, or to press the card's button.</summary>
    public bool IsUnfinished => Reply is null || (Reply.AsksByCard && !Agreed);

    public static CustomersTurn Question(string customer, string messageId, bool leaves) =>
        new(customer, messageId, "Where is my last parcel?", Wish.Answer, null, leaves);

    /// <summary>A question of the same customer in the same conversation.</summary>
    public static CustomersTurn Next(CustomersTurn turn) =>
        Question(turn.Customer, $"{turn.MessageId}-next", leaves: false) with { ThreadId = turn.ConversationId };

    public static CustomersTurn Cancellation(Order order, bool leaves) =>
        new(order.CustomerId, $"message-{order.OrderId}", $"Cancel order {order.OrderId}", Wish.Cancellation, order, leaves);

    public static CustomersTurn Move(Order order, bool leaves) => new(
        order.CustomerId, $"message-{order.OrderId}", $"Change the address of {order.OrderId} to 5 Oak Road, Salem, OR 97301",
        Wish.Move, order, leaves);
}

/// <summary>What the API answers.</summary>
internal sealed record CustomersReply(string ThreadId, string Response, string Status)
{
    public bool IsFinal => Status != "still_running";

    public bool AsksByCard => Status == "waiting_for_confirmation";
}
