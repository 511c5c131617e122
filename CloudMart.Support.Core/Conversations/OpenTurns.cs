using System.Collections.Concurrent;
using System.Diagnostics;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Conversations;

/// <summary>
/// The turns that this node has heard and not yet answered, so that each is one trace although it begins on a request's flow and is worked
/// on by a run on another. What ties the two is what the customer did: the message's id, or the card's. A run that a newer message began
/// finds that message's turn, whoever worked on the conversation before. In memory only: what a sweep resumes after a crash begins a trace
/// of its own. Nothing is kept where nobody listens.
/// </summary>
public sealed class OpenTurns(TurnMeter meter)
{
    private readonly ConcurrentDictionary<(string ConversationId, string Cause), Turn> _open = new();

    /// <summary>
    /// Begins the span of a turn at the customer's door, within the request that is being served. Null where nobody listens.
    /// </summary>
    /// <param name="kind">What the customer does: <c>message</c>, <c>confirm</c> or <c>decline</c>.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="cause">The message's id, or the card's.</param>
    public Turn? Begin(string kind, string conversationId, string cause)
    {
        if (!Spans.Source.HasListeners())
        {
            return null;
        }

        // Where the request's trace is not sampled, what is exported to nobody keeps the worker's part from becoming a trace of its own.
        var span = Spans.Source.StartActivity("turn") ?? new Activity("turn").Start();
        span.OfConversation(conversationId)?.SetTag(TelemetryNames.TurnKind, kind);
        var key = (conversationId, cause);
        var turn = new Turn(span, over => _open.TryRemove(new(key, over)));
        _open.TryAdd(key, turn); // a message that is sent again finds the first one's turn there
        return turn;
    }

    /// <summary>What the customer did stands in the log, and its answer is owed.</summary>
    public void Keep(string kind, Turn? turn, Conversation state)
    {
        meter.Kept(kind);
        turn?.IsOwedSince(state.LastNumber);
    }

    /// <summary>
    /// The span of the newest thing that the customer did, as far as <paramref name="known"/> tells; null after a crash, or on another
    /// node.
    /// </summary>
    internal Activity? SpanOf(ConversationSnapshot known) =>
        !_open.IsEmpty
        && known.Events.Select(CauseOf).LastOrDefault(cause => cause is not null) is { } cause
        && _open.TryGetValue((known.State.Id, cause), out var turn)
            ? turn.Span
            : null;

    /// <summary>Nobody works on the conversation here any more: ends the turns that stand in <paramref name="known"/>.</summary>
    internal void End(ConversationSnapshot known)
    {
        if (_open.IsEmpty)
        {
            return;
        }

        foreach (var (key, turn) in _open)
        {
            if (key.ConversationId == known.State.Id && turn.IsKnownIn(known.State))
            {
                turn.End(OutcomeOf(known.State));
            }
        }
    }

    private static string? CauseOf(RecordedEvent recorded) => recorded.Event switch
    {
        CustomerSaid said => said.MessageId,
        ActionConfirmed { SaidAt: null } confirmed => confirmed.Action.ToString(),
        ActionDeclined { SaidAt: null } declined => declined.Action.ToString(),
        _ => null,
    };

    private static string OutcomeOf(Conversation state) =>
        state.OwesAnswer ? "left"
        : state.Owner != Owner.Assistant ? "with_staff"
        : state.Actions.Any(action => action.Stage == ActionStage.Proposed) ? "waiting_for_confirmation"
        : "answered";
}
