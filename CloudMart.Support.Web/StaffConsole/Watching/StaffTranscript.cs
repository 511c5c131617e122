using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Web.StaffConsole.Watching;

/// <summary>
/// What staff see of a conversation's events: what the customer sees, and what happened behind it, in the order in which it happened.
/// </summary>
public sealed class StaffTranscript
{
    private readonly List<TranscriptItem> _items = [];
    private readonly Dictionary<ActionId, int> _placeOfCall = [];
    private readonly ImmutableDictionary<ActionId, CardLife> _cards;
    private readonly ILookup<ActionId, string> _whyApproval;

    private readonly NamesInLog _names;
    private string? _newestWords;

    private StaffTranscript(IReadOnlyList<RecordedEvent> events, DateTimeOffset now, Func<string, string?>? nameOf)
    {
        _names = new NamesInLog(events, nameOf);
        _cards = CardLife.AllOf(events, now);
        _whyApproval = events.Select(recorded => recorded.Event).OfType<ApprovalRequested>().ToLookup(asked => asked.Action, asked => asked.Why);
    }

    /// <param name="known">The conversation with the events that are to be shown.</param>
    /// <param name="answer">The text being written, if one is.</param>
    /// <param name="now">Cards whose time is up by then have expired.</param>
    /// <param name="isDelayed">The run can't go on right now and keeps trying.</param>
    /// <param name="nameOf">What is called who has this id and whose name the log does not say; null where nobody knows.</param>
    public static ImmutableArray<TranscriptItem> Of(
        ConversationSnapshot known, LiveAnswer? answer, DateTimeOffset now, bool isDelayed = false, Func<string, string?>? nameOf = null)
    {
        var transcript = new StaffTranscript(known.Events, now, nameOf);
        known.Events.ForEach(transcript.Add);
        if (known.State is { Run: { } run } state)
        {
            transcript.AddLive(run, state, answer, isDelayed);
        }

        return [.. transcript._items];
    }

    private void Add(RecordedEvent recorded)
    {
        var (key, at) = ($"e{recorded.Number}", recorded.At);
        switch (recorded.Event)
        {
            case CustomerSaid said:
                _newestWords = said.Text;
                _items.Add(new CustomerWords(key, at, said.MessageId, said.Text));
                break;
            case ToolRequested requested:
                AddCalls(requested, recorded);
                break;
            case ToolAnswered answered:
                AddOutcome(answered, recorded);
                break;
            case ActionProposed proposed:
                AddCard(proposed, at);
                break;
            case StaffActed acted:
                AddCard(new(new(recorded.Number, 0), acted.Act, acted.Arguments, acted.Card, at), at, acted);
                break;
            case OperationEnded { Receipt: { } receipt }:
                _items.Add(new ReceiptShown(key, at, receipt));
                break;
            case AssistantSaid { Text.Length: > 0 } said:
                _items.Add(new AssistantWords(key, at, said.Text, said.Interrupted ? "Interrupted" : null));
                break;
            case StaffSaid said:
                _items.Add(new StaffWords(key, at, said.Name, said.Text));
                break;
            case StaffNoted noted:
                _items.Add(new NoteShown(key, at, noted.Name, noted.Text));
                break;
            case { } fact when FactWords.Of(fact, _names.Of) is { } words:
                _items.Add(new FactShown(key, at, words));
                break;
        }
    }

    private void AddCard(ActionProposed proposed, DateTimeOffset at, StaffActed? asked = null) => _items.Add(new StaffCardShown(
        $"card-{proposed.Action}", at, proposed, _cards[proposed.Action].Stage, _whyApproval[proposed.Action].FirstOrDefault(), asked?.Name, asked?.StaffId));

    private void AddCalls(ToolRequested requested, RecordedEvent recorded)
    {
        if (requested.Text.Length > 0)
        {
            _items.Add(new AssistantWords($"e{recorded.Number}", recorded.At, requested.Text));
        }

        for (var index = 0; index < requested.Calls.Length; index++)
        {
            var call = new ActionId(recorded.Number, index);
            _placeOfCall[call] = _items.Count;
            _items.Add(new ToolCallShown($"call-{call}", recorded.At, requested.Calls[index]));
        }
    }

    /// <summary>The line of the call says how it ended. Of a call that is not loaded only the receipt is shown.</summary>
    private void AddOutcome(ToolAnswered answered, RecordedEvent recorded)
    {
        if (_placeOfCall.TryGetValue(new(answered.RequestedAt, answered.Index), out var place))
        {
            var call = (ToolCallShown)_items[place];
            _items[place] = call with { Output = answered.Output, Took = recorded.At - call.At, Changed = answered.Changed };
            if (answered.Changed && _newestWords is { } words)
            {
                AddConsent(place, recorded, words);
            }
        }

        if (answered.Receipt is { } receipt)
        {
            _items.Add(new ReceiptShown($"e{recorded.Number}", recorded.At, receipt));
        }
    }

    /// <summary>What was done without a card is allowed by the customer's newest words, a plain order; that stands before it.</summary>
    private void AddConsent(int place, RecordedEvent recorded, string words)
    {
        _items.Insert(place, new FactShown($"consent{recorded.Number}", recorded.At, $"Consent: the customer wrote “{words}”"));
        foreach (var call in _placeOfCall.Where(each => each.Value >= place).Select(each => each.Key).ToList())
        {
            _placeOfCall[call]++;
        }
    }

    private void AddLive(LiveRun run, Conversation state, LiveAnswer? answer, bool isDelayed)
    {
        if (answer?.RunId == run.RunId)
        {
            _items.Add(new WordsInTheMaking($"live-{answer.Key}", answer.Since));
        }
        else
        {
            var doing = run.StopRequested ? "stopping" : isDelayed ? "trying again" : run.OpenCalls is [{ Call.Name: var tool }, ..] ? tool : "thinking";
            _items.Add(new WorkInProgress($"thinking-{run.RunId}", state.LastAt, $"Run {run.Status.InProtocol()}: {doing}"));
        }
    }
}
