using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>What is to be carried out, as it stands in the log: a card that the customer agreed to, or what staff do in their place.</summary>
/// <param name="Action">Which.</param>
/// <param name="Act">The tool.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Card">What is done, as whoever decided saw it.</param>
/// <param name="Staff">Who of the staff asked for it; null where it was the customer.</param>
internal sealed record AgreedOperation(ActionId Action, string Act, string Arguments, ActionCard Card, StaffActed? Staff = null)
{
    public OpenCall Call => new(Action.RequestedAt, Action.Index, new ToolCall("", Act, Arguments));

    public static AgreedOperation Of(RecordedEvent recorded) => recorded.Event switch
    {
        ActionProposed e => new(e.Action, e.Act, e.Arguments, e.Card),
        StaffActed e => new(new(recorded.Number, 0), e.Act, e.Arguments, e.Card, e),
        _ => throw new InvalidOperationException($"Event {recorded.Number} asks for no operation."),
    };
}
