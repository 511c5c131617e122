using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// The state of a conversation after its events up to <see cref="LastNumber"/>. <see cref="Apply"/> is the fold: the
/// only code that turns events into state, called by the stores, the run loop and the pages alike. It has no clock and
/// does no I/O, so the same events give the same state everywhere. It stays small whatever the conversation's length:
/// the store keeps it as the conversation's head.
/// </summary>
public sealed record Conversation
{
    /// <summary>How many message ids are remembered for recognising a re-send.</summary>
    public const int RememberedMessageIds = 6;

    /// <summary>In <see cref="LastLineBy"/>. No first name begins so.</summary>
    public const string Customer = "<c", Assistant = "<a";

    private const int TitleLength = 60;

    public required string Id { get; init; }

    /// <summary>Whose conversation it is; empty before the first message.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>How they were signed in for their newest message; null where that is not known.</summary>
    public SignInWay? Way { get; init; }

    /// <summary>The beginning of the first message.</summary>
    public string Title { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset LastAt { get; init; }

    /// <summary>The number of the newest event folded; 0 before the first.</summary>
    public long LastNumber { get; init; }

    public Owner Owner { get; init; }

    /// <summary>Who of the staff answers, where the owner is one of them.</summary>
    public Answering? Answering { get; init; }

    /// <summary>The customer waits for a person, or knows that one answers. Who only holds the assistant is nobody to them.</summary>
    [JsonIgnore]
    public bool IsWithStaff => Owner == Owner.StaffQueue || Answering is { IsShown: true };

    /// <summary>Staff say that nothing is left to do.</summary>
    public bool IsResolved { get; init; }

    /// <summary>When the customer wrote the oldest message that nobody has answered yet; null where all are answered.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The number at which staff last asked the assistant to go on.</summary>
    public long ContinuedAt { get; init; }

    /// <summary>The run that is working now, if one is.</summary>
    public LiveRun? Run { get; init; }

    /// <summary>The number of the customer's newest message.</summary>
    public long LastSaidAt { get; init; }

    /// <summary>Everything that the customer said up to this number was covered by a run that has ended.</summary>
    public long AnsweredThrough { get; init; }

    /// <summary>
    /// The number of the newest outcome that changed something, or of the newest message's use as consent: what was said before it is used up.
    /// </summary>
    public long LastChangeAt { get; init; }

    /// <summary>The cards that have not ended, oldest first.</summary>
    public ImmutableArray<PendingAction> Actions { get; init; } = [];

    /// <summary>How many runs in a row were superseded by a newer message; at three the next one finishes.</summary>
    public int SupersededInARow { get; init; }

    /// <summary>The newest messages' ids, as fingerprints.</summary>
    [JsonPropertyName("messages")]
    public ImmutableArray<string> RecentMessages { get; init; } = [];

    /// <summary>What the provider's adapter asked to get back, from the newest step that said so.</summary>
    public string? ProviderState { get; init; }

    /// <summary>What the provider counted so far, and what it cost where prices are set.</summary>
    public TokenUsage Usage { get; init; } = TokenUsage.None;

    /// <summary>The beginning of what was said last.</summary>
    public string LastLine { get; init; } = "";

    /// <summary>Who said it: <see cref="Customer"/>, <see cref="Assistant"/>, or the first name of a member of staff.</summary>
    public string LastLineBy { get; init; } = "";

    /// <summary>What the customer asked lately, as fingerprints: asking the same again draws attention.</summary>
    [JsonPropertyName("questions")]
    public ImmutableArray<string> RecentQuestions { get; init; } = [];

    public bool AskedTwice { get; init; }

    /// <summary>How many things in a row the rules have refused.</summary>
    public int RefusedInARow { get; init; }

    public bool RunFailed { get; init; }

    /// <summary>What insights count of it; null before there is anything.</summary>
    public Tally? Tally { get; init; }

    /// <summary>Where it stands in the inbox of staff; null before the first event.</summary>
    public InboxPlace? Place { get; init; }

    /// <summary>Why somebody of the staff should look.</summary>
    [JsonIgnore]
    public AttentionReasons Attention =>
        (Owner == Owner.StaffQueue ? AttentionReasons.WaitingForPerson : 0)
        | (AskedTwice ? AttentionReasons.AskedTwice : 0)
        | (RefusedInARow >= 2 ? AttentionReasons.RefusedTwice : 0)
        | (RunFailed ? AttentionReasons.RunFailed : 0)
        | (Actions.Any(action => action.Stage == ActionStage.AwaitingApproval) ? AttentionReasons.ApprovalWaiting : 0);

    /// <summary>
    /// The desk owes the customer something: a run is live, something said is not yet covered by one, or an operation that was agreed to is
    /// not yet carried out.
    /// </summary>
    public bool OwesAnswer => Run is not null || DueAction is not null || (Owner == Owner.Assistant && Math.Max(LastSaidAt, ContinuedAt) > AnsweredThrough);

    /// <summary>The next operation to be carried out, whoever owns the conversation.</summary>
    public PendingAction? DueAction => Actions.FirstOrDefault(action => action.IsDue);

    public bool HasMessage(string messageId) => RecentMessages.Contains(Fingerprint.Of(messageId));

    public static Conversation Empty(string id) => new() { Id = id };

    /// <summary>The state after <paramref name="recorded"/>. An event already folded changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The event is not the next one: the caller has to read the log.</exception>
    public Conversation Apply(RecordedEvent recorded)
    {
        if (recorded.Number <= LastNumber)
        {
            return this;
        }

        if (recorded.Number != LastNumber + 1)
        {
            throw new InvalidOperationException($"Event {recorded.Number} of {Id} does not follow event {LastNumber}.");
        }

        var folded = Fold(recorded).Owned(recorded).Noticed(recorded) with
        {
            LastNumber = recorded.Number,
            LastAt = recorded.At,
            Actions = Actions.After(recorded),
        };
        return folded.Placed(recorded.At).Tallied(this, recorded);
    }

    public Conversation Apply(IEnumerable<RecordedEvent> recorded) => recorded.Aggregate(this, (state, e) => state.Apply(e));

    private Conversation Fold(RecordedEvent recorded) => recorded.Event switch
    {
        CustomerSaid e => Heard(e, recorded),
        RunStarted e => this with { Run = new LiveRun(e.RunId, e.Claim, recorded.Number, recorded.At) },
        RunResumed e => OfRun(e.RunId, run => run with { Claim = e.Claim, ClaimedWhen = recorded.At, Resumes = run.Resumes + 1 }),
        RunStopRequested e => OfRun(e.RunId, run => run with { StopRequested = true }),
        ProviderThreadOpened e => Learns(e.ProviderState, null),
        ToolRequested e => OfRun(e.RunId, run => run.Asks(recorded.Number, e.Calls, e.AnswerBy)).Learns(e.ProviderState, e.Usage),
        ToolAnswered e => OfRun(e.RunId, run => run.Answers(e.RequestedAt, e.Index)) with
        {
            LastChangeAt = e.Changed ? recorded.Number : LastChangeAt,
        },
        OperationEnded { Ending: OperationEnding.Done } or ActionConfirmed { SaidAt: not null } => this with { LastChangeAt = recorded.Number },
        AssistantSaid e => Learns(e.ProviderState, e.Usage),
        AnswerWithheld e => OfRun(e.RunId, run => run.Withholds()).Learns(e.ProviderState, e.Usage),
        RunEnded e when Run?.RunId == e.RunId => Ends(e, Run).Learns(null, e.Usage),
        RunLetGo e => Learns(e.ProviderState, e.Usage),
        _ => this,
    };

    private Conversation Heard(CustomerSaid said, RecordedEvent recorded) => this with
    {
        CustomerId = CustomerId.Length == 0 ? said.CustomerId : CustomerId,
        Way = said.Way ?? Way,
        Title = Title.Length == 0 ? TitleOf(said.Text) : Title,
        StartedAt = LastSaidAt == 0 ? recorded.At : StartedAt,
        LastSaidAt = recorded.Number,
        RecentMessages = Remembering(said.MessageId),
    };

    internal ImmutableArray<string> Remembering(string messageId) =>
        [.. RecentMessages.TakeLast(RememberedMessageIds - 1), Fingerprint.Of(messageId)];

    private Conversation Ends(RunEnded ended, LiveRun run) => this with
    {
        Run = null,
        // What a run left open for another one, it has not answered.
        AnsweredThrough = ended.Reason is RunEndReason.Superseded or RunEndReason.ProviderFailed or RunEndReason.TakenOver
            || (ended.Reason == RunEndReason.StoppedByCustomer && Owner == Owner.StaffQueue) // they asked for a person, and may go back
                ? AnsweredThrough
                : run.StartedAt,
        SupersededInARow = ended.Reason == RunEndReason.Superseded ? SupersededInARow + 1 : 0,
    };

    private Conversation OfRun(string runId, Func<LiveRun, LiveRun> change) =>
        Run?.RunId == runId ? this with { Run = change(Run) } : this;

    private Conversation Learns(string? providerState, TokenUsage? usage) => this with
    {
        ProviderState = providerState ?? ProviderState,
        Usage = usage is null ? Usage : Usage + usage,
    };

    private static string TitleOf(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= TitleLength ? line : $"{line[..(char.IsHighSurrogate(line[TitleLength - 2]) ? TitleLength - 2 : TitleLength - 1)]}…";
    }
}
