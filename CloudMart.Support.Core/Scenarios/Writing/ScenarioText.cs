using System.Collections.Immutable;
using System.Globalization;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Scenarios.Writing;

/// <summary>
/// A conversation as a scenario: what the customer wrote and pressed, with what the log says came of it as what must come of it. It is a
/// beginning for whoever tests: words of the assistant are not held to, and what staff did in a conversation that they took over is not played.
/// </summary>
internal sealed class ScenarioText
{
    /// <summary>A card is open for as long; a shorter silence changes nothing.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Long = TimeSpan.FromHours(2);

    private readonly List<string> _steps = [];
    private readonly TurnChecks _checks = new();
    private string _who;
    private DateTimeOffset? _before;

    private ScenarioText(string who) => _who = who;

    /// <param name="known">All of the conversation.</param>
    /// <param name="shop">How things were before it, a step each.</param>
    /// <param name="orders">How orders stand after it, a step each; so they were left by whoever had it last.</param>
    public static string Of(ConversationSnapshot known, ImmutableArray<string> shop, ImmutableArray<string> orders)
    {
        var who = DemoCustomers.All.FirstOrDefault(profile => profile.CustomerId == known.State.CustomerId) ?? DemoCustomers.All[0];
        var text = new ScenarioText(who.GivenName);
        var events = known.Events.TakeWhile(recorded => !IsTakenOver(recorded.Event)).ToList();
        events.ForEach(text.Add);
        var isWhole = events.Count == known.Events.Count;
        IEnumerable<string> steps = [.. shop, .. text._steps, .. text._checks.Take(), .. isWhole ? orders : [], .. text._checks.Ending()];
        string[] lines = [$"# {TitleOf(known.State)}", "", About(known.State, who), "", .. steps.Select(step => $"- {step}")];
        return string.Join('\n', [.. lines, .. isWhole ? Array.Empty<string>() : ["", "From here on a person answered, which is not played."], ""]);
    }

    private void Add(RecordedEvent recorded)
    {
        if (StepOf(recorded.Event) is { } step)
        {
            _steps.AddRange(_checks.Take());
            if (_before is { } before && recorded.At - before >= Silence)
            {
                _steps.Add(Passing(recorded.At - before));
            }

            _steps.Add(step);
        }

        _checks.Add(recorded.Event);
        _before = recorded.At;
    }

    private string? StepOf(ConversationEvent fact)
    {
        var step = fact switch
        {
            CustomerSaid said => $"{_who} says \"{OneLine(said.Text)}\"",
            ActionConfirmed { SaidAt: null } confirmed => $"{_who} confirms{Card(confirmed.Action)}",
            ActionDeclined { SaidAt: null } declined => $"{_who} declines{Card(declined.Action)}",
            HandedBack { By: null } => $"{_who} returns to the assistant",
            ApprovalDecided { Approved: true } => "Staff approve it",
            ApprovalDecided { Reason: { Length: > 0 } reason } => $"Staff reject it because \"{OneLine(reason)}\"",
            ApprovalDecided => "Staff reject it because \"It was not approved\"",
            _ => null,
        };
        _who = step?.StartsWith("Staff", StringComparison.Ordinal) == false ? "She" : _who;
        return step;
    }

    /// <summary>Where the log begins after the card, there was only this one.</summary>
    private string Card(ActionId action) => _checks.TitleOf(action) is { } title ? $" \"{title}\"" : "";

    /// <summary>Of these on the conversation is a person's, or somebody of the staff does what no step does.</summary>
    private static bool IsTakenOver(ConversationEvent fact) => fact is
        StaffJoined or StaffSaid or AssistantHeld or Assigned or StaffActed or Reopened or Continued or HandedBack { By: not null }
        or ActionWithdrawn { By: not null };

    private static string Passing(TimeSpan silence) => silence < Long
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(silence.TotalMinutes):0} minutes pass")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Min(Math.Floor(silence.TotalHours), 9_999):0} hours pass");

    private static string About(Conversation state, CustomerProfile who) =>
        $"From the conversation {state.Id} of {state.StartedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        + (who.CustomerId == state.CustomerId ? "." : $", whose customer {who.GivenName} stands for.");

    private static string TitleOf(Conversation state) => OneLine(state.Title) is { Length: > 0 } title ? title : "A conversation";

    /// <summary>A step is one line, and comments are left out of scenarios.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("<!--", "< !--", StringComparison.Ordinal);
}
