using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>The next step of a conversation, as a pure function of its thread: either calls to make, or the answer.</summary>
internal sealed class DialogueStep(Turn turn)
{
    private readonly OrderTalk _orders = new(turn);
    private readonly CancelTalk _canceling = new(turn);
    private readonly PersonTalk _person = new(turn);

    /// <summary>The answer, or null when <see cref="Turn.Calls"/> have to be made first.</summary>
    public string? Compose()
    {
        if (Requests() is not { IsEmpty: false } requests)
        {
            return Phrases.NotUnderstood; // a thread in which nobody asked anything
        }

        var said = new List<string?>();
        foreach (var request in requests)
        {
            // "Where is my order, and cancel it": what "it" is shows once the first request has found its order.
            if (said.Contains(null) && request.Orders.Any(order => order is TheSame or TheOther))
            {
                break;
            }

            said.Add(Answer(request));
        }

        return said.Contains(null) || said.Count < requests.Length ? null : Greet(requests) + string.Join("\n\n", said.Distinct());
    }

    /// <summary>All that the unanswered messages ask; courtesies only where nothing else is said.</summary>
    private ImmutableArray<Reading> Requests()
    {
        var inContext = new ContextReader(turn.Memory);
        var read = turn.Memory.Unanswered.SelectMany(message => IntentReader.Read(message.Text));
        ImmutableArray<Reading> all = [.. read.Select(inContext.Read)];
        var business = all.RemoveAll(reading => !reading.Intent.IsBusiness());
        return !business.IsEmpty ? [.. business.Take(IntentReader.MostRequests)] : all.IsEmpty ? all : [all[^1]];
    }

    private string? Answer(Reading reading) => reading.Intent switch
    {
        Intent.Cancel => _canceling.Cancel(reading),
        Intent.CancelQuestion => _canceling.Explain(reading),
        Intent.KeepOrder => _canceling.Keep(reading),
        Intent.Track => _orders.Track(reading),
        Intent.Status => _orders.Status(reading),
        Intent.Details => _orders.Details(reading),
        Intent.List => _orders.List(reading),
        Intent.Person => _person.BringIn(),
        Intent.Repeat => turn.Memory.LastSaid ?? Phrases.SmallTalk(Intent.Greeting, turn.CustomerName),
        Intent.None => NotUnderstood(),
        var intent when intent.IsNotPossibleYet() => Phrases.CannotYet(intent),
        var intent => Phrases.SmallTalk(intent, turn.CustomerName),
    };

    /// <summary>The second time in a row, a person is better than the same words again.</summary>
    private string NotUnderstood() => turn.Memory.LastSaid?.Contains(Phrases.NotUnderstood, StringComparison.Ordinal) == true
        ? $"I'm sorry, I still don't understand. {Question.Words(QuestionKind.BringInAPerson)}"
        : Phrases.NotUnderstood;

    private string Greet(ImmutableArray<Reading> requests)
    {
        var isFirst = turn.Memory.LastSaid is null && requests.Any(request => request.Intent.IsBusiness());
        return isFirst && turn.Memory.Unanswered.Any(IsGreeting) ? $"Hi {OrderWords.Plain(turn.CustomerName)}! " : "";
    }

    private static bool IsGreeting(CustomerMessage message) =>
        Wording.Read(message.Text).Any(piece => piece.Concept.HasFlag(Concept.Greeting));
}
