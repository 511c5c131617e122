using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>The facts that customers do not see, each in one line.</summary>
internal static class FactWords
{
    /// <param name="fact">The fact.</param>
    /// <param name="nameOf">What is called who has this id, of the staff or a customer.</param>
    /// <returns>Null for a fact that is shown otherwise, or that says nothing to staff.</returns>
    public static string? Of(ConversationEvent fact, Func<string, string> nameOf) => fact switch
    {
        RunResumed => "The assistant was interrupted and goes on",
        ProviderThreadOpened => "A thread was opened at the provider",
        RunStopRequested => "The customer pressed Stop",
        RunEnded ended => $"Run {ended.Status.InProtocol()}{WhyOf(ended.Reason)}",
        AnswerWithheld withheld => $"Answer withheld: it says that something was done which was not. “{withheld.Claim}”",
        ActionConfirmed { SaidAt: null } e => $"{nameOf(e.By)} agreed by the card’s button",
        ActionConfirmed e => $"{nameOf(e.By)} agreed in writing",
        ActionDeclined { SaidAt: null } e => $"{nameOf(e.By)} declined by the card’s button",
        ActionDeclined e => $"{nameOf(e.By)} declined in writing",
        ActionWithdrawn { By: { } by } => $"{nameOf(by)} withdrew the card",
        ActionWithdrawn => "A newer card took its place",
        ApprovalRequested requested => $"Approval requested. {requested.Why}",
        ApprovalDecided { Approved: true } decided => $"{nameOf(decided.By)} approved",
        ApprovalDecided decided => $"{nameOf(decided.By)} rejected{(decided.Reason.Length > 0 ? $": {decided.Reason}" : "")}",
        OperationEnded { Receipt: null } ended => $"Operation {ended.Ending switch
        {
            OperationEnding.Done => "done",
            OperationEnding.Void => "not done: things had changed since the card was shown",
            OperationEnding.Rejected => "not done: it was rejected",
            _ => "failed: nothing was changed",
        }}",
        AssistantHeld held => $"{held.Name} held the assistant",
        StaffJoined joined => $"{joined.Name} took over",
        Assigned assigned => $"{nameOf(assigned.By)} assigned it to {assigned.Name}",
        HandedToStaff handed => $"Handed to staff: {handed.Reason}",
        HandedBack { By: { } by } => $"{nameOf(by)} handed it back to the assistant",
        HandedBack => "The customer went back to the assistant",
        Continued continued => $"{nameOf(continued.By)} had the assistant continue",
        Resolved resolved => $"{nameOf(resolved.By)} resolved it",
        Reopened reopened => $"{reopened.Name} opened it again",
        Rated rated => $"The customer rated it {rated.Score} of 5{(rated.Comment.Length > 0 ? $": {rated.Comment}" : "")}",
        _ => null,
    };

    /// <summary>The status in the protocol's word.</summary>
    public static string InProtocol(this RunStatus status) => status switch
    {
        RunStatus.Queued => "queued",
        RunStatus.InProgress => "in_progress",
        RunStatus.RequiresAction => "requires_action",
        RunStatus.Cancelling => "cancelling",
        RunStatus.Cancelled => "cancelled",
        RunStatus.Failed => "failed",
        RunStatus.Completed => "completed",
        RunStatus.Incomplete => "incomplete",
        RunStatus.Expired => "expired",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static string WhyOf(RunEndReason reason) => reason switch
    {
        RunEndReason.Superseded => ": the customer wrote something newer",
        RunEndReason.StoppedByCustomer => ": stopped by the customer",
        RunEndReason.BoundReached => ": a bound was reached",
        RunEndReason.ProviderFailed => ": the provider could not be used",
        RunEndReason.ProviderDeclined => ": the provider declined to answer",
        RunEndReason.TakenOver => ": a person took over",
        _ => "",
    };
}
