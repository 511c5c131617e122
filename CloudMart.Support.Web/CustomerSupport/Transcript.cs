using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// What a customer sees of a conversation's events. What a run says and does stands before messages that were written after the run
/// began: it did not know them, and nothing on the page moves when its words become final. A card stands where it was asked, and changes there;
/// what came of it stands below its button where that was pressed, and otherwise where it happened.
/// </summary>
public sealed class Transcript
{
    private readonly List<TranscriptItem> _items = [];
    private readonly Dictionary<string, long> _startOfRun = [];
    private readonly Dictionary<string, long> _numberOfMessage = [];
    private readonly Dictionary<long, string> _runThatAsked = [];
    private readonly ImmutableDictionary<ActionId, CardLife> _cards;
    private readonly HashSet<ActionId> _askedByStaff = [];
    private readonly DeskNotices _notices;
    private string? _liveRun;
    private long _number;

    private Transcript(ImmutableDictionary<ActionId, CardLife> cards, bool isWhole) => (_cards, _notices) = (cards, new DeskNotices(isWhole));

    /// <param name="known">The conversation with the events that are to be shown.</param>
    /// <param name="answer">The text being written, if one is.</param>
    /// <param name="doing">What to say of an open call.</param>
    /// <param name="now">Cards whose time is up by then have expired.</param>
    /// <param name="isDelayed">The run can't go on right now and keeps trying.</param>
    public static ImmutableArray<TranscriptItem> Of(
        ConversationSnapshot known, LiveAnswer? answer, Func<ToolCall, string> doing, DateTimeOffset now, bool isDelayed = false)
    {
        var transcript = new Transcript(CardLife.AllOf(known.Events, now), isWhole: known.Events is not [{ Number: > 1 }, ..]);
        known.Events.ForEach(transcript.Add);
        if (known.State is { Run: { } run } state)
        {
            transcript.AddLive(run, state, answer, doing, isDelayed);
        }

        return [.. transcript._items];
    }

    private void Add(RecordedEvent recorded)
    {
        var (number, at) = (recorded.Number, recorded.At);
        var notice = _notices.Of(recorded.Event);
        _number = number;
        switch (recorded.Event)
        {
            case CustomerSaid said:
                _numberOfMessage[said.MessageId] = number;
                Insert(null, new CustomerWords($"e{number}", at, said.MessageId, said.Text));
                break;
            case RunStarted started:
                _startOfRun[started.RunId] = number;
                _liveRun = started.RunId;
                break;
            case ToolRequested { Text.Length: > 0 } requested:
                Insert(requested.RunId, new AssistantWords($"e{number}", at, requested.Text));
                break;
            case ToolAnswered { Receipt: { } receipt } answered:
                Insert(answered.RunId, new ReceiptShown(KeyOf(new(answered.RequestedAt, answered.Index)), at, receipt));
                break;
            case ToolAnswered answered:
                _runThatAsked[answered.RequestedAt] = answered.RunId;
                break;
            case ActionProposed proposed:
                AddCard(proposed, at);
                break;
            case OperationEnded { Receipt: { } receipt } ended:
                AddReceipt(ended.Action, new ReceiptShown($"e{number}", at, receipt));
                break;
            case StaffActed:
                _askedByStaff.Add(new(number, 0));
                Insert(null, new Notice($"e{number}", at, notice!));
                break;
            case AssistantSaid { Text.Length: > 0 } said:
                Insert(said.RunId, new AssistantWords($"e{number}", at, said.Text, said.Interrupted ? "Interrupted" : null));
                break;
            case RunEnded { Reason: RunEndReason.StoppedByCustomer } ended:
                _liveRun = null;
                MarkStop(ended.RunId, new Notice($"e{number}", at, "You stopped the answer here."));
                break;
            case RunEnded:
                _liveRun = null;
                break;
            case StaffSaid said:
                if (notice is not null)
                {
                    Insert(null, new Notice($"n{number}", at, notice));
                }

                Insert(null, new StaffWords($"e{number}", at, said.Name, said.Text));
                break;
            default:
                if (notice is not null)
                {
                    Insert(null, new Notice($"e{number}", at, notice));
                }

                break;
        }
    }

    /// <summary>Together with its card the call got its answer, which says whose call it was.</summary>
    private void AddCard(ActionProposed proposed, DateTimeOffset at)
    {
        var card = new CardShown(
            KeyOf(proposed.Action), at, proposed.Action, proposed.Card, proposed.ExpiresAt, _cards[proposed.Action].Stage);
        Insert(_runThatAsked.GetValueOrDefault(proposed.Action.RequestedAt), card);
    }

    private void AddReceipt(ActionId action, ReceiptShown receipt)
    {
        var card = _cards.GetValueOrDefault(action) is { WasPressed: true, WentToStaff: false }
            ? _items.FindIndex(item => item.Key == KeyOf(action))
            : -1;
        if (card >= 0)
        {
            _items.Insert(card + 1, receipt with { Number = _number });
        }
        else
        {
            Insert(_liveRun, _askedByStaff.Contains(action) ? receipt with { Speaker = Speaker.Desk } : receipt);
        }
    }

    private void AddLive(LiveRun run, Conversation state, LiveAnswer? answer, Func<ToolCall, string> doing, bool isDelayed)
    {
        _startOfRun[run.RunId] = run.StartedAt;
        foreach (var open in run.OpenCalls)
        {
            Insert(run.RunId, new WorkInProgress(KeyOf(new(open.RequestedAt, open.Index)), state.LastAt, doing(open.Call)));
        }

        if (answer?.RunId == run.RunId)
        {
            Insert(run.RunId, new WordsInTheMaking($"live-{answer.Key}", answer.Since));
        }

        if (isDelayed || (run.OpenCalls.IsEmpty && answer is null))
        {
            Insert(run.RunId, new WorkInProgress($"thinking-{run.RunId}", state.LastAt, Thinking(run, isDelayed)));
        }
    }

    private static string Thinking(LiveRun run, bool isDelayed) =>
        isDelayed ? "This takes longer than usual. Still trying…" : run.StopRequested ? "Stopping…" : "Thinking…";

    /// <summary>Words that were cut off bear the mark themselves.</summary>
    private void MarkStop(string runId, Notice stopped)
    {
        var last = PlaceFor(runId) - 1;
        if (last >= 0 && _items[last] is AssistantWords { Interruption: not null } words)
        {
            _items[last] = words with { Interruption = stopped.Text };
        }
        else
        {
            Insert(runId, stopped);
        }
    }

    /// <param name="runId">Whose it is; null where it is no run's, or where the run is not known.</param>
    /// <param name="item">What is shown.</param>
    private void Insert(string? runId, TranscriptItem item) =>
        _items.Insert(runId is null ? _items.Count : PlaceFor(runId), item with { Number = _number });

    /// <summary>Before the first message that the run did not know. One whose start is not loaded began before everything that is.</summary>
    private int PlaceFor(string runId)
    {
        var start = _startOfRun.GetValueOrDefault(runId);
        var place = _items.Count;
        for (var index = _items.Count - 1; index >= 0; index--)
        {
            if (_items[index] is CustomerWords words)
            {
                if (_numberOfMessage[words.MessageId] < start)
                {
                    break;
                }

                place = index;
            }
        }

        return place;
    }

    private static string KeyOf(ActionId call) => $"call-{call}";
}
