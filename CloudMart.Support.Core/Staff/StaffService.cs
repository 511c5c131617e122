using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Staff;

/// <summary>
/// What members of staff can do in conversations. Each deed is a fact in the conversation's log, decided on what stands there at the moment
/// of appending: of two who take over at the same moment one wins, and the other is told. Before it is done, it stands in the audit log.
/// </summary>
public sealed class StaffService
{
    /// <summary>The longest reply and the longest note, in UTF-16 characters.</summary>
    public const int MaxLength = ConversationService.MaxMessageLength;

    private static readonly string TooLong = $"That is longer than {MaxLength:N0} characters.";

    private readonly StaffWriter _writer;
    private readonly StaffActs _acts;

    internal StaffService(StaffWriter writer, StaffActs acts) => (_writer, _acts) = (writer, acts);

    /// <summary>Takes the conversation over: the assistant stops before its next tool and its next word.</summary>
    /// <param name="by">Who.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="seenThrough">The newest event that the person saw: who took over after it, they do not know of.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<StaffResult> TakeOverAsync(SignedInStaff by, string conversationId, long seenThrough, CancellationToken cancellationToken) =>
        _writer.DecideAsync(by, conversationId, "took over", state => Taking(state, by, seenThrough, new StaffJoined(by.StaffId, by.Name)), cancellationToken);

    /// <summary>Stops the assistant before its next tool; the customer sees nobody join.</summary>
    /// <inheritdoc cref="TakeOverAsync"/>
    public Task<StaffResult> HoldAsync(SignedInStaff by, string conversationId, long seenThrough, CancellationToken cancellationToken) =>
        _writer.DecideAsync(by, conversationId, "held the assistant", state => Taking(state, by, seenThrough, new AssistantHeld(by.StaffId, by.Name)), cancellationToken);

    /// <summary>Writes to the customer, which takes ownership.</summary>
    /// <param name="by">Who.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="messageId">The browser's id for the message; sending it again changes nothing.</param>
    /// <param name="text">1 to <see cref="MaxLength"/> characters.</param>
    /// <param name="seenThrough">The newest event that the person saw: from who took over after it they do not take it unawares.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<StaffResult> ReplyAsync(
        SignedInStaff by, string conversationId, string messageId, string text, long seenThrough, CancellationToken cancellationToken) =>
        _writer.DecideAsync(
            by,
            conversationId,
            "replied",
            state => state.HasMessage(messageId) ? new Already()
                : Unseen(state, by, seenThrough) is { } late ? late
                : Writing(text, new StaffSaid(by.StaffId, by.Name, messageId, text)),
            cancellationToken);

    /// <summary>Notes something for colleagues; never takes ownership.</summary>
    /// <param name="by">Who.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="messageId">The browser's id for the note; sending it again changes nothing.</param>
    /// <param name="text">1 to <see cref="MaxLength"/> characters.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<StaffResult> NoteAsync(
        SignedInStaff by, string conversationId, string messageId, string text, CancellationToken cancellationToken) =>
        _writer.DecideAsync(
            by,
            conversationId,
            "noted",
            state => state.HasMessage(messageId) ? new Already() : Writing(text, new StaffNoted(by.StaffId, by.Name, text) { MessageId = messageId }),
            cancellationToken);

    /// <summary>Gives the conversation back to the assistant, which then waits for the customer or for <see cref="ContinueAsync"/>.</summary>
    /// <inheritdoc cref="ResolveAsync"/>
    public Task<StaffResult> HandBackAsync(SignedInStaff by, string conversationId, long seenThrough, CancellationToken cancellationToken) =>
        _writer.DecideAsync(
            by,
            conversationId,
            "handed back",
            state => state.Owner == Owner.Assistant ? new Refusal("The assistant answers already.")
                : (Unseen(state, by, seenThrough) ?? Unread(state, seenThrough)) is { } late ? late
                : new Deed(new HandedBack(by.StaffId)),
            cancellationToken);

    /// <summary>Has the assistant go on with what it has not answered.</summary>
    /// <inheritdoc cref="ResolveAsync"/>
    public Task<StaffResult> ContinueAsync(SignedInStaff by, string conversationId, long seenThrough, CancellationToken cancellationToken) =>
        _writer.DecideAsync(
            by,
            conversationId,
            "had the assistant continue",
            state => state.OwesAnswer ? new Refusal("The assistant is at work already.")
                : Unseen(state, by, seenThrough) is { } late ? late
                : new Deed(new Continued(by.StaffId)),
            cancellationToken);

    /// <summary>Gives the conversation to a member of staff.</summary>
    /// <param name="by">Who gives it.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="seenThrough">The newest event that the person saw.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<StaffResult> AssignAsync(
        SignedInStaff by, string conversationId, SignedInStaff to, long seenThrough, CancellationToken cancellationToken) =>
        _writer.DecideAsync(
            by,
            conversationId,
            $"assigned to {to.StaffId}",
            state => Unseen(state, by, seenThrough) is { } late ? late : new Deed(new Assigned(to.StaffId, to.Name, by.StaffId)),
            cancellationToken);

    /// <summary>Says that nothing is left to do. Refused while something is under way or waits for approval.</summary>
    /// <param name="by">Who.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="seenThrough">The newest event that the person saw: what the customer wrote after it is left to do.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<StaffResult> ResolveAsync(SignedInStaff by, string conversationId, long seenThrough, CancellationToken cancellationToken) =>
        _writer.DecideAsync(
            by,
            conversationId,
            "resolved",
            state => state switch
            {
                { IsResolved: true } => new Already(),
                _ when (Unseen(state, by, seenThrough) ?? Unread(state, seenThrough)) is { } refusal => refusal,
                { OwesAnswer: true } => new Refusal("The assistant is still at work; hold it or wait."),
                _ when state.Actions.Any(action => action.Stage != ActionStage.Proposed) => new Refusal("A change is still waiting to be decided or carried out."),
                _ => new Deed(new Resolved(by.StaffId)),
            },
            cancellationToken);

    /// <summary>Opens a resolved conversation again and owns it.</summary>
    public Task<StaffResult> ReopenAsync(SignedInStaff by, string conversationId, CancellationToken cancellationToken) =>
        _writer.DecideAsync(
            by,
            conversationId,
            "reopened",
            state => state.IsResolved ? new Deed(new Reopened(by.StaffId, by.Name)) : new Refusal("It is open already."),
            cancellationToken);

    /// <summary>Takes back a card that the customer has not answered.</summary>
    public Task<StaffResult> WithdrawAsync(SignedInStaff by, string conversationId, ActionId action, CancellationToken cancellationToken) =>
        _writer.DecideAsync(
            by,
            conversationId,
            known => $"withdrew {ProposedCards.TitleOf(known, action)}",
            state => state.Actions.Any(each => each.Action == action && each.Stage == ActionStage.Proposed)
                ? new Deed(new ActionWithdrawn(action, by.StaffId))
                : new Refusal("The card is not open any more."),
            cancellationToken);

    /// <summary>
    /// Asks for an operation in the customer's place, through the same tools and rules. The worker carries it out; above the approval limit
    /// it waits for a second member of staff, unless a supervisor asks.
    /// </summary>
    /// <param name="by">Who.</param>
    /// <param name="conversationId">The conversation, whose customer it is done for.</param>
    /// <param name="act">The tool, e.g. <c>cancel_order</c>.</param>
    /// <param name="arguments">Its arguments: a JSON object as its schema describes it.</param>
    /// <param name="seen">What the person was shown that it does. Where it would do something else by now, that is the result, and nothing is done.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public Task<StaffResult> ActAsync(
        SignedInStaff by, string conversationId, string act, string arguments, ActionCard seen, CancellationToken cancellationToken) =>
        _acts.ActAsync(by, conversationId, act, arguments, seen, cancellationToken);

    /// <summary>What <see cref="ActAsync"/> would do, for the person to look at before: <see cref="ActShown"/>, or why it can't be done.</summary>
    /// <param name="by">Who.</param>
    /// <param name="conversationId">The conversation, whose customer it would be done for.</param>
    /// <param name="act">The tool.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<StaffResult> ShowActAsync(
        SignedInStaff by, string conversationId, string act, string arguments, CancellationToken cancellationToken) =>
        _acts.ShowAsync(by, conversationId, act, arguments, cancellationToken);

    private static StaffMove Taking(Conversation state, SignedInStaff by, long seenThrough, ConversationEvent taking) =>
        state.Answering switch
        {
            _ when Unseen(state, by, seenThrough) is { } late => late,
            { } me when me.StaffId == by.StaffId && (me.IsShown || taking is AssistantHeld) => new Already(),
            _ => new Deed(taking),
        };

    private static Refusal? Unseen(Conversation state, SignedInStaff by, long seenThrough) =>
        state.Answering is { } other && other.StaffId != by.StaffId && other.Since > seenThrough ? new Refusal($"{other.Name} has just taken over.") : null;

    private static Refusal? Unread(Conversation state, long seenThrough) =>
        state.LastSaidAt > seenThrough ? new Refusal("The customer has just written.") : null;

    private static StaffMove Writing(string text, ConversationEvent written) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal("Please write something.")
        : text.Length > MaxLength ? new Refusal(TooLong)
        : new Deed(written);
}
