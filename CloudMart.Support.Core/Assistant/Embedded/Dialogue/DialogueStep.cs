using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>The next step of a conversation, as a pure function of its thread: either calls to make, or the answer.</summary>
internal sealed class DialogueStep(Turn turn)
{
    private readonly OrderTalk _orders = new(turn);
    private readonly CancelTalk _canceling = new(turn);
    private readonly PersonTalk _person = new(turn);
    private readonly HelpTalk _help = new(turn);
    private readonly ProfileTalk _profile = new(turn);
    private readonly ProductTalk _products = new(turn);
    private readonly RefundTalk _refunds = new(turn);
    private readonly ChangeTalk _changes = new(turn);

    /// <summary>The answer, or null when <see cref="Turn.Calls"/> have to be made first.</summary>
    public string? Compose()
    {
        if (RequestReader.Read(turn.Memory) is not { IsEmpty: false } requests)
        {
            return NotSure(); // a thread in which nobody asked anything
        }

        var notes = turn.Memory.Notes.Select(CardWords.Say);
        ImmutableArray<Reading> open = turn.Memory.Notes.IsEmpty ? requests : requests.RemoveAll(request => !request.StandsAlone);
        var said = new List<string?>();
        foreach (var request in open)
        {
            // "Where is my order, and cancel it": what "it" is shows once the first request has found its order.
            if (said.Contains(null) && request.Orders.Any(order => order is TheSame or TheOther))
            {
                break;
            }

            said.Add(Answer(request)?.Trim());
        }

        return said.Contains(null) || said.Count < open.Length
            ? null
            : Greet(requests) + InOtherWords(string.Join("\n\n", notes.Select(note => note.Trim()).Concat(said).Distinct()));
    }

    /// <summary>Who gave no answer is not asked the same in the same words.</summary>
    private string InOtherWords(string said) =>
        turn.Memory is { Question: { AsksForAPiece: true } question } && turn.Memory.LastSaid == said
            ? $"{Phrases.AskedAgain(question.Kind)} {said}"
            : said;

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
        Intent.Refund => Ruled(reading, _refunds.Want(reading)),
        Intent.RefundStatus => _refunds.Where(reading),
        Intent.Profile => _profile.Tell(reading),
        Intent.Product => _products.Tell(reading),
        Intent.Repeat => turn.Memory.LastSaid ?? SmallTalk(Intent.Greeting),
        Intent.None => NotUnderstood(),
        var intent when intent.IsAChange() => Ruled(reading, _changes.Change(reading)),
        var intent when intent.IsForTheHelpCenter() => _help.Answer(reading),
        var intent when intent.IsForPeople() => Phrases.CannotYet(intent),
        var intent => SmallTalk(intent),
    };

    /// <summary>"How do I return something?" asks for the rule as well as for the act.</summary>
    private string? Ruled(Reading reading, string? next)
    {
        if (next is null || Question.ReadFrom(next) is { Kind: QuestionKind.Card })
        {
            return next; // the card says it all
        }

        var asksHow = reading is { Orders.IsEmpty: true, Given.IsEmpty: true } && reading.Concepts.Has(Concept.Asking);
        return asksHow && turn.Has(ToolCalls.ReturnItems) ? _help.Before(reading, next) : next;
    }

    /// <summary>The second time in a row, a person is better than the same words again.</summary>
    private string NotUnderstood() => turn.Memory.LastSaid?.Contains(Phrases.NotUnderstood, StringComparison.Ordinal) == true
        ? $"I'm sorry, I still don't understand. {Question.Words(QuestionKind.BringInAPerson)}"
        : NotSure();

    private string NotSure() => $"{Phrases.NotUnderstood} {Phrases.CanDo(KnowsAll)}";

    private string? SmallTalk(Intent intent) => Phrases.SmallTalk(intent, turn.CustomerName, KnowsAll);

    private bool KnowsAll => turn.Has(ToolCalls.ReturnItems, ToolCalls.SearchHelp);

    private string Greet(ImmutableArray<Reading> requests)
    {
        var isFirst = turn.Memory.LastSaid is null && requests.Any(request => request.Intent.IsBusiness());
        return isFirst && turn.Memory.Unanswered.Any(IsGreeting) ? $"Hi {OrderWords.Plain(turn.CustomerName)}! " : "";
    }

    private static bool IsGreeting(CustomerMessage message) =>
        Wording.Read(message.Text).Any(piece => piece.Concept.Has(Concept.Greeting));
}
