using System.Globalization;
using System.Text;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Kills.Turns;

namespace CloudMart.Support.Tests.Kills;

/// <summary>What a series of kills came to.</summary>
/// <param name="victim">Who was killed, and on what the rest stood.</param>
/// <param name="seed">Repeats the series' choices, though not the cores' timing.</param>
/// <param name="progress">Told now and then how far the series is; null: nobody.</param>
internal sealed class KillReport(string victim, int seed, TextWriter? progress = null)
{
    private readonly List<string> _kills = [];
    private readonly List<string> _stages = [];
    private readonly List<double> _settled = [];
    private readonly List<string> _wrong = [];
    private int _turns;

    public bool IsClean => _wrong.Count == 0;

    public int Kills => _kills.Count;

    /// <summary>How many conversations had to settle by themselves.</summary>
    public int Settled => _settled.Count;

    /// <param name="moment">Where, or that it was at random.</param>
    /// <param name="stages">How far the turns had come that were on their way.</param>
    public void Killed(string moment, IReadOnlyList<string> stages)
    {
        _kills.Add(moment);
        _stages.AddRange(stages);
    }

    public int KillsAt(string moment) => _kills.Count(kill => kill == moment);

    /// <param name="after">How long it took since everything was up again.</param>
    public void SettledBy(TimeSpan after) => _settled.Add(after.TotalSeconds);

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

    /// <summary>What is wrong beside the turns.</summary>
    public void Found(IEnumerable<string> complaints) => _wrong.AddRange(complaints);

    public void TellProgress() => progress?.WriteLine($"{Summary} so far");

    public override string ToString()
    {
        var text = new StringBuilder();
        Line(text, $"{Summary}; seed {seed}");
        Line(text, $"{_settled.Count} conversations had been left in the middle; settled by themselves after {Times()}");
        Line(text, $"Killed {Table(_kills)}");
        Line(text, $"Turns were left {Table(_stages)}");
        return text.AppendJoin(Environment.NewLine, _wrong).ToString();
    }

    private string Summary => $"{victim}: {_kills.Count} kills, {_turns} conversations, {_wrong.Count} violations";

    private string Times() => _settled.Count == 0
        ? "no time"
        : string.Create(
            CultureInfo.InvariantCulture, $"median {Percentile(0.50):0.0} s, 95th percentile {Percentile(0.95):0.0} s, at most {_settled.Max():0.0} s");

    private double Percentile(double share) => _settled.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * _settled.Count) - 1));

    private static string Table(IEnumerable<string> names) =>
        string.Join(", ", names.CountBy(name => name).OrderByDescending(name => name.Value).Select(name => $"{name.Value} {name.Key}"));

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
