using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace CloudMart.Support.Core.Conversations;

/// <summary>The part of the fold that keeps the <see cref="Tally"/>.</summary>
internal static class TallyFold
{
    /// <summary>A conversation of more kinds of outcomes than these counts the rest as one: the state stays small.</summary>
    private const int MostOutcomes = 24;

    private const string OtherOutcomes = "other done";
    private const string UnknownOutcome = "unknown";
    private const int LongestOutcome = 32;

    private static readonly Tally Nothing = new();

    /// <param name="state">The conversation with the event.</param>
    /// <param name="before">Without it.</param>
    /// <param name="recorded">The event.</param>
    public static Conversation Tallied(this Conversation state, Conversation before, RecordedEvent recorded)
    {
        var tally = state.Tally ?? Nothing;
        var now = recorded.Event switch
        {
            CustomerSaid => tally with { ResolvedAfter = null },
            AssistantSaid { Interrupted: false } => tally.Answered(state, recorded),
            StaffSaid => tally.Answered(state, recorded) with { HadPerson = true },
            StaffJoined or AssistantHeld or Assigned or StaffActed or ApprovalDecided => tally with { HadPerson = true },
            Reopened => tally with { HadPerson = true, ResolvedAfter = null },
            HandedToStaff handed => tally with { HandedOver = tally.HandedOver ?? handed.Cause },
            Resolved => tally with { ResolvedAfter = MillisecondsSince(state.StartedAt, recorded) },
            Rated rated => tally with { Rating = rated.Score },
            ToolAnswered { Tool: { } tool } answered => tally.Ended(tool, answered.Output),
            OperationEnded ended when before.Actions.FirstOrDefault(action => action.Action == ended.Action && action.IsDue) is { } action =>
                tally.Ended(action.Act, ended.Output),
            _ => tally,
        };
        return now == tally ? state : state with { Tally = now };
    }

    private static Tally Answered(this Tally tally, Conversation state, RecordedEvent recorded) =>
        tally with { FirstAnswerAfter = tally.FirstAnswerAfter ?? MillisecondsSince(state.StartedAt, recorded) };

    private static Tally Ended(this Tally tally, string tool, string output)
    {
        var outcomes = tally.Outcomes ?? ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
        var name = $"{tool} {OutcomeOf(output)}";
        name = outcomes.ContainsKey(name) || outcomes.Count < MostOutcomes ? name : OtherOutcomes;
        return tally with { Outcomes = outcomes.SetItem(name, outcomes.GetValueOrDefault(name) + 1) };
    }

    private static long MillisecondsSince(DateTimeOffset begun, RecordedEvent recorded) =>
        Math.Max(0, (long)(recorded.At - begun).TotalMilliseconds);

    /// <summary>Every output of ours begins with its outcome; it is read no further.</summary>
    private static string OutcomeOf(string output)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(output[..Math.Min(output.Length, 120)]), isFinalBlock: false, default);
        try
        {
            return json.Read() && json.Read() && json.ValueTextEquals("outcome"u8) && json.Read() && json.GetString() is { Length: <= LongestOutcome } outcome
                ? outcome
                : UnknownOutcome;
        }
        catch (Exception nonsense) when (nonsense is JsonException or InvalidOperationException)
        {
            return UnknownOutcome; // Another release's, or an import's.
        }
    }
}
