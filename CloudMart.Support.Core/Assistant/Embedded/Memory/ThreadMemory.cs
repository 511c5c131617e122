using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Memory;

/// <summary>What a thread says about where the conversation stands. All of it is read anew for every step.</summary>
/// <param name="Unanswered">The customer's messages that this run has to cover, oldest first.</param>
/// <param name="Answers">What tools answered since the first of them, newest last.</param>
/// <param name="Orders">Every order seen in the conversation, as last seen.</param>
/// <param name="Listed">The orders that were last named side by side, in their order.</param>
/// <param name="Focus">The order that was talked about last; null where it was none or several.</param>
/// <param name="LastAct">What was last done to or asked about orders.</param>
/// <param name="Question">
/// What the assistant asked in its last words, or before them where these only looked something up in between.
/// </param>
/// <param name="LastSaid">The assistant's last words; null before the first.</param>
/// <param name="Story">What the customer wrote and what came of it, in short, for whoever takes over.</param>
internal sealed record ThreadMemory(
    ImmutableList<CustomerMessage> Unanswered,
    ImmutableList<RememberedAnswer> Answers,
    ImmutableDictionary<string, OrderView> Orders,
    ImmutableArray<string> Listed,
    string? Focus,
    Intent LastAct,
    Question? Question,
    string? LastSaid,
    ImmutableList<string> Story)
{
    /// <summary>What became of cards since the customer's unanswered message: that is what has to be told.</summary>
    public ImmutableList<ToolAnswer> Notes { get; private init; } = [];

    /// <summary>Where the conversation stood when the assistant asked for a missing piece; null where it did not.</summary>
    public ThreadMemory? BeforeQuestion { get; private init; }

    private const int LongestQuote = 300;

    private static readonly ThreadMemory Blank =
        new([], [], ImmutableDictionary<string, OrderView>.Empty, [], null, Intent.Status, null, null, []);

    public static ThreadMemory Of(IReadOnlyCollection<ThreadItem> thread)
    {
        var memory = thread.Aggregate(Blank, (memory, item) => item switch
        {
            CustomerMessage said => memory with
            {
                Unanswered = memory.Unanswered.Add(said),
                Story = memory.Story.Add($"The customer wrote: {BoundedText.Cut(said.Text, LongestQuote)}"),
            },
            ToolRound round => memory.After(round),
            DeskNote note => memory.After(ToolAnswer.Parse(note.Text)),
            AssistantMessage said => memory.After(said),
            _ => memory,
        });

        // A run that may no longer be superseded answers after a message that it does not cover: that message is what this run is for.
        return memory.Unanswered.IsEmpty ? memory with { Unanswered = [.. thread.OfType<CustomerMessage>().TakeLast(1)] } : memory;
    }

    /// <summary>The ids of the orders that the tools were asked about in this turn.</summary>
    private IEnumerable<string> Targets => Answers.Select(answer => answer.OrderId).OfType<string>().Distinct();

    private ThreadMemory After(ToolRound round)
    {
        var answers = round.Calls.Select(call => RememberedAnswer.Of(round.Number, call)).ToArray();
        var seen = answers.SelectMany(answer => answer.Answer.AllOrders);
        var changes = answers.Where(answer => answer.Act == Intent.Cancel || answer.Act.IsAChange())
            .Select(answer => $"{answer.OrderId ?? answer.Call.Name}: {answer.Outcome}");
        var act = answers.Select(answer => answer.Act).LastOrDefault(intent => intent != Intent.None, LastAct);
        return this with
        {
            Answers = Answers.AddRange(answers),
            Orders = seen.Aggregate(Orders, (known, order) => known.SetItem(order.OrderId, order)),
            LastAct = act,
            Story = Story.AddRange(changes),
        };
    }

    /// <summary>
    /// A card's end is the state of things from then on; it is told only where the customer's own words brought it about.
    /// </summary>
    private ThreadMemory After(ToolAnswer note)
    {
        var isTold = note.Outcome == "waiting_for_approval" && Answers.Exists(answer => answer.Answer.Outcome == note.Outcome && answer.OrderId == note.OrderId);
        var isCanceled = note is { Outcome: "done", Action: "cancel_order" };
        return this with
        {
            Notes = Unanswered.IsEmpty || isTold ? Notes : Notes.Add(note),
            Story = note.Message is { } message ? Story.Add($"{note.Outcome.Replace('_', ' ')}: {message}") : Story,
            Orders = isCanceled && Orders.GetValueOrDefault(note.OrderId ?? "") is { } order
                ? Orders.SetItem(order.OrderId, order with { Status = "canceled" })
                : Orders,
        };
    }

    private ThreadMemory After(AssistantMessage said)
    {
        ImmutableArray<string> named = [.. Question.OrderIdsIn(said.Text)];
        string[] about = Targets.Any() ? [.. Targets] : [.. named];
        var asked = Question.ReadFrom(said.Text);
        var isAside = asked is null && named.Length == 0 && Question is { AsksForAPiece: true } && !Answers.IsEmpty
            && Answers.All(answer => answer.IsALookUp);
        var after = this with
        {
            Listed = named.Length > 1 ? named : Listed,
            Focus = about.Length switch { 0 => Focus, 1 => about[0], _ => null },
            Question = isAside ? Question : asked,
            BeforeQuestion = isAside ? BeforeQuestion : asked is { AsksForAPiece: true } ? this : null,
            LastSaid = said.Text,
        };

        // Cut off by Stop, a message is done with; cut off by a newer message (then there are two), all of them wait for an answer.
        return !said.Interrupted || Unanswered.Count <= 1 ? after with { Unanswered = [], Answers = [], Notes = [] } : after;
    }
}
