using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant;

/// <summary>How an operation ends, in the words for the assistant and for the customer.</summary>
internal static class OperationEndings
{
    public static OperationEnded Done(AgreedOperation agreed, ToolDecision decision) => new(
        agreed.Action, OperationEnding.Done, ActionOutput.Note("done", agreed.Act, decision.Receipt!), decision.Receipt);

    /// <summary>The rules say no now, or would do something else than the card showed.</summary>
    public static OperationEnded Void(AgreedOperation agreed, ToolDecision decision)
    {
        var receipt = decision is { Change: null, Receipt: { } refused }
            ? refused
            : agreed.Staff is null
                ? NotDone(agreed, "things have changed since you were asked", "Nothing was done. Ask again, and you will see it as it is now.")
                : NotDone(agreed, "things changed before it could be done", "Nothing was done.");
        return new(agreed.Action, OperationEnding.Void, ActionOutput.Note("void", agreed.Act, receipt), receipt);
    }

    public static OperationEnded Rejected(AgreedOperation agreed, ApprovalDecided? decided)
    {
        var (reason, isTakenBack) = (decided?.Reason ?? "", agreed.Staff is { } asker && asker.StaffId == decided?.By);
        var receipt = NotDone(
            agreed,
            isTakenBack ? "our team took it back" : "our team did not approve it",
            reason.Length > 0 ? reason : isTakenBack ? "Nothing was done." : "Write here if you want to talk about it.");
        return new(agreed.Action, OperationEnding.Rejected, ActionOutput.Note("rejected", agreed.Act, receipt), receipt);
    }

    public static OperationEnded Failed(AgreedOperation agreed)
    {
        var receipt = NotDone(agreed, "it failed on our side", "Nothing was changed. Please ask again, or ask for a person.");
        return new(agreed.Action, OperationEnding.Failed, ActionOutput.Note("failed", agreed.Act, receipt), receipt);
    }

    /// <summary>A bug stood in the way of carrying it out, or even of reading what it was.</summary>
    public static OperationEnded Broken(PendingAction action) => new(
        action.Action,
        OperationEnding.Failed,
        ActionOutput.Note("failed", action.Act, action.OrderId, "It failed on the shop's side; nothing was changed."),
        new(ReceiptKind.Refused, action.OrderId ?? "", "This could not be done: it failed on our side", [], NextStep: "Nothing was changed. Our team will look into it."));

    private static Receipt NotDone(AgreedOperation agreed, string why, string next) =>
        new(ReceiptKind.Refused, agreed.Card.OrderId ?? "", $"Not done: {agreed.Card.Title} – {why}", [], NextStep: next);
}
