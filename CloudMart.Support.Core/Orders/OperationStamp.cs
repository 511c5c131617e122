using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Orders;

/// <summary>Which operation it is, who asks for it, and when: what an order's history remembers of a change.</summary>
/// <param name="Operation">The call or the card that it comes from.</param>
/// <param name="By">The customer's id, or the member of staff's.</param>
/// <param name="At">When.</param>
public sealed record OperationStamp(OperationId Operation, string By, DateTimeOffset At)
{
    internal AppliedOperation Applying(string act, string outcome) => new(Operation.ToString(), act, By, At, outcome);
}
