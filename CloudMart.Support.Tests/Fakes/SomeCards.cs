using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A conversation in which the customer is asked to agree to a return, and what can become of it.</summary>
internal static class SomeCards
{
    public static readonly DateTimeOffset Expiry = CornerShop.Noon.AddMinutes(15);

    /// <summary>The card of the third event's only call.</summary>
    public static readonly ActionId Action = new(3, 0);

    public static readonly ActionCard Return = new(
        "Return 1 item of CM-7820", "Return item", "Keep item", [new("Cast-iron skillet", null, "12 inch, $44.95")], "CM-7820",
        new("Refund", null, "$44.95 to Visa ending in 4242, in 5 to 7 business days"), IsFinal: true);

    public static readonly ActionCard Address = new(
        "Send CM-7890 to another address", "Change address", "Keep address",
        [new("Delivery address", "12 Elm Street, Portland, OR 97205, USA", "400 SW Harbor Way, Portland, OR 97201, USA")], "CM-7890");

    public static readonly Receipt Receipt = new(
        ReceiptKind.Done, "CM-7820", "CM-7820: return of 1 item requested", ["Cast-iron skillet"], 44.95m, "Visa ending in 4242");

    public static readonly ActionConfirmed Pressed = new(Action, CornerShop.Ana.CustomerId);
    public static readonly ActionDeclined Declined = new(Action, CornerShop.Ana.CustomerId);
    public static readonly ApprovalRequested ToStaff = new(Action, "It gives back $44.95, which is more than $40.00.");
    public static readonly OperationEnded Done = new(Action, OperationEnding.Done, "{}", Receipt);

    /// <summary>Asked, proposed, and told to decide: events 1 to 7.</summary>
    public static ConversationEvent[] Asked(ActionCard? card = null, DateTimeOffset? expiry = null) =>
    [
        new CustomerSaid(CornerShop.Ana.CustomerId, "m-1", "I want to return the skillet"),
        new RunStarted("run-1", "claim-1"),
        new ToolRequested("run-1", "", [new ToolCall("", "return_items", "{}")]),
        new ToolAnswered("run-1", 3, 0, "{}"),
        new ActionProposed(Action, "return_items", "{}", card ?? Return, expiry ?? Expiry),
        new AssistantSaid("run-1", "Please decide."),
        new RunEnded("run-1", RunStatus.Completed),
    ];

    public static ApprovalDecided Decided(bool approved, string reason = "") => new(Action, approved, "staff-1", reason);

    public static OperationEnded Ended(OperationEnding ending, Receipt? receipt = null) => new(Action, ending, "{}", receipt);
}
