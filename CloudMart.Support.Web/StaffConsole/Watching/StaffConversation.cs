using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>
/// The conversation that a member of staff has open, and what they can do in it. Each deed answers with a sentence where it was not done,
/// and with null where it was.
/// </summary>
public sealed class StaffConversation(
    StaffConversations conversations,
    StaffService service,
    ApprovalService approvals,
    CustomerNames names,
    CurrentStaff staff,
    IStoreFaults faults,
    TimeProvider clock)
    : FollowedConversation(faults, clock, staff.Ended)
{
    private const string StoreAway = "That could not be done just now. Please try again.";
    private const string Gone = "There is no such conversation any more.";
    private const string Decided = "Somebody has decided on this already.";

    private readonly IStoreFaults _faults = faults;

    /// <summary>What the customer is called; null where the shop knows no name.</summary>
    public string? CustomerName => Known is { State.CustomerId: var id } ? names.Of(id) : null;

    public Task<string?> DoAsync(StaffDeed deed, CancellationToken cancellationToken) => ToldAsync((who, id, seen) => deed switch
    {
        StaffDeed.TakeOver => service.TakeOverAsync(who, id, seen, cancellationToken),
        StaffDeed.Hold => service.HoldAsync(who, id, seen, cancellationToken),
        StaffDeed.HandBack => service.HandBackAsync(who, id, seen, cancellationToken),
        StaffDeed.Continue => service.ContinueAsync(who, id, seen, cancellationToken),
        StaffDeed.Resolve => service.ResolveAsync(who, id, seen, cancellationToken),
        StaffDeed.Reopen => service.ReopenAsync(who, id, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    });

    /// <summary>Gives the conversation to <paramref name="to"/>; to oneself where it is null.</summary>
    public Task<string?> AssignAsync(SignedInStaff? to, CancellationToken cancellationToken) =>
        ToldAsync((who, id, seen) => service.AssignAsync(who, id, to ?? who, seen, cancellationToken));

    /// <summary>Writes to the customer, in the conversation in which it was written: another may be open by now.</summary>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="messageId">The browser's id for the message.</param>
    /// <param name="text">What was written.</param>
    /// <param name="seen">The newest event that was seen when it was sent.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<string?> ReplyAsync(string conversationId, string messageId, string text, long seen, CancellationToken cancellationToken) =>
        ToldAsync(who => service.ReplyAsync(who, conversationId, messageId, text, seen, cancellationToken));

    /// <summary>Notes something for colleagues, in the conversation in which it was written.</summary>
    public Task<string?> NoteAsync(string conversationId, string messageId, string text, CancellationToken cancellationToken) =>
        ToldAsync(who => service.NoteAsync(who, conversationId, messageId, text, cancellationToken));

    public Task<string?> WithdrawAsync(ActionId action, CancellationToken cancellationToken) =>
        ToldAsync((who, id, _) => service.WithdrawAsync(who, id, action, cancellationToken));

    /// <summary>Decides on a change that waits for approval.</summary>
    /// <param name="action">The card.</param>
    /// <param name="approved">Whether it may be done.</param>
    /// <param name="reason">For the customer where it may not.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<string?> DecideAsync(ActionId action, bool approved, string reason, CancellationToken cancellationToken) =>
        InOpenAsync((id, _) => TryAsync(async who => await approvals.DecideAsync(who, id, action, approved, reason, cancellationToken) ? null : Decided));

    protected override async Task<IFeedSubscription?> WatchAsync(string conversationId, CancellationToken cancellationToken) =>
        await conversations.WatchAsync(await staff.GetAsync(), conversationId, cancellationToken);

    protected override async Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken)
    {
        var known = await conversations.OpenAsync(await staff.GetAsync(), conversationId, recent, cancellationToken);
        if (known is not null)
        {
            await names.LearnAsync([known.State.CustomerId], cancellationToken);
        }

        return known;
    }

    protected override async Task<IReadOnlyList<RecordedEvent>?> EarlierAsync(
        string conversationId, long before, int count, CancellationToken cancellationToken) =>
        await conversations.EarlierAsync(await staff.GetAsync(), conversationId, before, count, cancellationToken);

    protected override async Task<IReadOnlyList<RecordedEvent>?> LaterAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        await conversations.LaterAsync(await staff.GetAsync(), conversationId, after, limit, cancellationToken);

    /// <summary>Staff withdraw what is open and decide on what waits for approval.</summary>
    protected override bool IsNeeded(PendingAction action) => base.IsNeeded(action) || action.Stage == ActionStage.AwaitingApproval;

    private Task<string?> ToldAsync(Func<SignedInStaff, string, long, Task<StaffResult>> deed) =>
        InOpenAsync((id, seen) => ToldAsync(who => deed(who, id, seen)));

    private Task<string?> ToldAsync(Func<SignedInStaff, Task<StaffResult>> deed) =>
        TryAsync(async who => await deed(who) switch
        {
            StaffRefused refused => refused.Why,
            NoConversation => Gone,
            _ => null,
        });

    private Task<string?> InOpenAsync(Func<string, long, Task<string?>> deed) =>
        Known is { State: { Id: var id, LastNumber: var seen } } ? deed(id, seen) : Task.FromResult<string?>(Gone);

    /// <summary>Whoever is told "not now" also sees why: what happened meanwhile is read.</summary>
    private async Task<string?> TryAsync(Func<SignedInStaff, Task<string?>> deed)
    {
        try
        {
            var told = await deed(await staff.GetAsync());
            if (told is not null)
            {
                await CatchUpAsync(staff.Ended);
            }

            return told;
        }
        catch (Exception fault) when (_faults.IsTransient(fault))
        {
            return StoreAway;
        }
    }
}
