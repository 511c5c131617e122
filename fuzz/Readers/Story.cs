using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>
/// A conversation in which everything happens that can be stored: every event, with whatever it may have, in an order that leads its state
/// through cards at every stage, approvals, staff and a rating.
/// </summary>
internal static class Story
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
    private static readonly ActionId First = new(5, 1), Second = new(5, 2), Third = new(5, 3), Fourth = new(5, 4);
    private static readonly ActionCard Card = new("Return", "Yes", "No", [new("Lamp", null, "$1")], "CM-1", new("Refund", "$0", "$1 to PayPal"), true);
    private static readonly Receipt Done =
        new(ReceiptKind.Done, "CM-1", "CM-1 canceled", ["Lamp"], 54.95m, "Visa", "Wait", Lines: [new("a", "b", "c")]);

    public static readonly ImmutableArray<RecordedEvent> Events =
    [
        .. new ConversationEvent[]
        {
            new CustomerSaid("customer-1", "m-1", "Cancel CM-1, ünïcödé 😀") { Way = SignInWay.Token },
            new RunStarted("r-1", "k-1"),
            new ProviderThreadOpened("r-1", """{"thread":"thread_1"}"""),
            new RunResumed("r-1", "k-2"),
            new ToolRequested("r-1", "Let me see.", [new("call_1", "cancel_order", "{\"orderId\":\"CM-1\"}"), new("", "", "")], "state", new(120, 8) { Cost = 0.1m }, At.AddMinutes(9)),
            new ToolAnswered("r-1", 5, 0, """{"outcome":"canceled"}""", true, Done, "cancel_order"),
            new ActionProposed(First, "return_items", "{}", Card, At.AddMinutes(15)),
            new ActionProposed(Second, "return_items", "{}", Card with { Total = null }, At.AddMinutes(15)),
            new ActionProposed(Third, "return_items", "{}", Card with { OrderId = null }, At.AddMinutes(15)),
            new ActionProposed(Fourth, "return_items", "{}", Card, At.AddMinutes(15)),
            new AnswerWithheld("r-1", "Your refund has arrived.", "state", new(1, 2)),
            new RunStopRequested("r-1"),
            new AssistantSaid("r-1", "Done.", true, "state", new(3, 4)),
            new RunEnded("r-1", RunStatus.Cancelled, RunEndReason.StoppedByCustomer, new(5, 6)),
            new RunLetGo("r-1", "state", new(900, 12) { Cost = 0.0024m }),
            new ActionDeclined(Second, "customer-1"),
            new ActionWithdrawn(Third, "staff-1"),
            new ActionConfirmed(First, "customer-1", 1),
            new ApprovalRequested(First, "It gives back $54.95."),
            new ApprovalDecided(First, true, "staff-1", ""),
            new OperationResumed(First),
            new OperationEnded(First, OperationEnding.Done, """{"outcome":"done"}""", Done),
            new ActionConfirmed(Fourth, "customer-1"),
            new ApprovalRequested(Fourth, "It gives back $1."),
            new ApprovalDecided(Fourth, false, "supervisor-1", "Too late"),
            new OperationEnded(Fourth, OperationEnding.Rejected, "{}", new(ReceiptKind.Refused, "", "Not approved", [])),
            new HandedToStaff("Asked", "All", HandOverCause.CustomerAsked) { IsAllAsked = true },
            new HandedBack(),
            new HandedToStaff("Stuck", ""),
            new AssistantHeld("staff-1", "Sam"),
            new StaffJoined("staff-1", "Sam"),
            new StaffNoted("staff-1", "Sam", "A regular") { MessageId = "n-1" },
            new StaffSaid("staff-1", "Sam", "m-2", "Hello"),
            new Assigned("staff-2", "Kim", "supervisor-1"),
            new StaffActed("staff-2", "Kim", "cancel_order", "{}", Card, true),
            new OperationEnded(new(35, 0), OperationEnding.Void, "{}", null),
            new Continued("staff-2"),
            new RunStarted("r-2", "k-3"),
            new RunEnded("r-2", RunStatus.Failed, RunEndReason.ProviderFailed),
            new Resolved("staff-2"),
            new Rated(4, "Quick"),
            new Reopened("staff-1", "Sam"),
            new HandedBack("staff-1"),
            new NothingWasOwed(),
        }.Select((e, index) => new RecordedEvent(index + 1, At.AddSeconds(index), e)),
    ];
}
