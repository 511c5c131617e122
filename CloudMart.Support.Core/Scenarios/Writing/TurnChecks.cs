using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Scenarios.Steps;

namespace CloudMart.Support.Core.Scenarios.Writing;

/// <summary>What must have come of a turn, and in the end of the whole conversation, by the facts that the log has of it.</summary>
internal sealed partial class TurnChecks
{
    private readonly Dictionary<ActionId, string> _titles = [];
    private readonly Dictionary<ActionId, string> _fates = [];
    private readonly HashSet<ActionId> _told = [];
    private readonly HashSet<string> _called = [];
    private readonly List<string> _turn = [];
    private int _messages;
    private int _answers;
    private bool _isInterrupted;
    private bool _hasChanged;

    /// <summary>What stands on the card; null where it is not known.</summary>
    public string? TitleOf(ActionId action) => _titles.GetValueOrDefault(action);

    public void Add(ConversationEvent fact)
    {
        Count(fact);
        Follow(fact);
        if (fact is ToolRequested requested)
        {
            _turn.AddRange(requested.Calls.Where(call => CallChecks.Tools.Contains(call.Name)).Select(Called).Where(_called.Add));
        }
        else if (fact is HandedToStaff)
        {
            _turn.Add("The conversation waits for a person");
        }
        else if (fact is HandedBack)
        {
            _turn.Add("The conversation is with the assistant");
        }
        else if (Receipt.Of(fact) is { } receipt)
        {
            _turn.Add($"{(receipt.Kind == ReceiptKind.Done ? "A receipt" : "A refusal")} \"{receipt.Headline}\" is shown");
        }
    }

    /// <summary>What must be so now, before the next thing happens.</summary>
    public ImmutableArray<string> Take()
    {
        ImmutableArray<string> checks = [.. _turn, .. _fates.Where(card => IsNewest(card.Key) && _told.Add(card.Key)).Select(card => Shown(_titles[card.Key], card.Value))];
        _turn.Clear();
        return checks;
    }

    /// <summary>What must be so in the end. Who was interrupted is not counted: it depends on how fast somebody was.</summary>
    public ImmutableArray<string> Ending()
    {
        var counted = string.Create(
            CultureInfo.InvariantCulture, $"The conversation has {_messages} {(_messages == 1 ? "message" : "messages")} and {_answers} {(_answers == 1 ? "answer" : "answers")}");
        return [.. _hasChanged ? Array.Empty<string>() : ["No order has changed"], .. _isInterrupted ? Array.Empty<string>() : [counted]];
    }

    private void Count(ConversationEvent fact)
    {
        _messages += fact is CustomerSaid ? 1 : 0;
        _answers += fact is AssistantSaid { Interrupted: false } ? 1 : 0;
        _isInterrupted |= fact is AssistantSaid { Interrupted: true } or RunStopRequested or RunEnded { Reason: RunEndReason.Superseded };
        _hasChanged |= fact is ToolAnswered { Changed: true } or OperationEnded { Ending: OperationEnding.Done };
    }

    /// <summary>A card's newest fate is told when the turn is over, whatever it went through.</summary>
    private void Follow(ConversationEvent fact)
    {
        if (fact is ActionProposed proposed)
        {
            _titles[proposed.Action] = proposed.Card.Title;
        }

        if (FateBy(fact) is var (action, fate) && fate is not null && _titles.ContainsKey(action))
        {
            _fates[action] = fate;
            _told.Remove(action);
        }
    }

    /// <summary>Cards are told apart by their titles; of two with the same one a step means the newer.</summary>
    private bool IsNewest(ActionId action) => _titles.Last(card => card.Value == _titles[action]).Key == action;

    private static (ActionId Action, string? Fate) FateBy(ConversationEvent fact) => fact switch
    {
        ActionProposed e => (e.Action, "open"),
        ActionDeclined e => (e.Action, "declined"),
        ActionWithdrawn e => (e.Action, "withdrawn"),
        ApprovalRequested e => (e.Action, "waiting for approval"),
        OperationEnded e => (e.Action, $"{e.Ending}".ToLowerInvariant()),
        _ => default,
    };

    private static string Shown(string title, string fate) => fate == "open" ? $"A card \"{title}\" is shown" : $"The card \"{title}\" is {fate}";

    private static string Called(ToolCall call) =>
        OrderArgument().Match(call.Arguments) is { Success: true } order ? $"{call.Name} is called for {order.Groups["id"].Value}" : $"{call.Name} is called";

    [GeneratedRegex("\"orderId\"\\s*:\\s*\"(?<id>CM-\\d+|#W\\d+)\"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OrderArgument();
}
