using System.Globalization;
using System.Text;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Kills;

/// <summary>What a series of kills came to.</summary>
internal sealed class KillReport(int seed)
{
    private readonly List<TimeSpan> _starts = [];
    private readonly List<string> _hits = [];
    private readonly List<string> _wrong = [];
    private int _kills;
    private int _turns;

    /// <summary>Kills that left a turn in the middle.</summary>
    public int InMidTurn { get; private set; }

    public bool IsClean => _wrong.Count == 0;

    public void Started(TimeSpan within) => _starts.Add(within);

    /// <param name="stages">Where the server left the turns that it had worked on.</param>
    public void Killed(IReadOnlyList<string> stages)
    {
        _kills++;
        InMidTurn += stages.Any(stage => stage != $"after {nameof(RunEnded)}") ? 1 : 0;
        _hits.AddRange(stages);
    }

    public void Judged(CustomersTurn turn, IEnumerable<string> verdict, IEnumerable<RecordedEvent> log)
    {
        _turns++;
        var sentences = verdict.ToList();
        if (sentences.Count > 0)
        {
            var events = log.Select(recorded => recorded.Event.GetType().Name);
            _wrong.Add($"'{turn.Text}' ({turn.ConversationId}): {string.Join("; ", sentences)}. Its log: {string.Join(", ", events)}");
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{_kills} kills, {InMidTurn} of them in mid-turn; {_turns} conversations, {_wrong.Count} of them wrong; seed {seed}");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"A start took {_starts.Order().ElementAt(_starts.Count / 2).TotalSeconds:0.0} s. Where turns were left:");
        foreach (var (stage, times) in _hits.CountBy(stage => stage).OrderByDescending(hit => hit.Value))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{times,5} {stage}");
        }

        return text.AppendJoin(Environment.NewLine, _wrong).ToString();
    }
}
