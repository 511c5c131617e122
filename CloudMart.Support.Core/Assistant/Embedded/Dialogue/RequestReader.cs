using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

/// <summary>Reads all that the unanswered messages ask, after what was said before.</summary>
internal static class RequestReader
{
    /// <summary>Business where there is any; else the last courtesy.</summary>
    public static ImmutableArray<Reading> Read(ThreadMemory memory)
    {
        if (Continued(memory) is { } continued)
        {
            return [continued];
        }

        var inContext = new ContextReader(memory);
        var all = memory.Unanswered.Aggregate(
            ImmutableArray<Reading>.Empty,
            (earlier, message) => Follow(earlier, [.. IntentReader.Read(message.Text).Select(inContext.Read)]));
        var business = all.RemoveAll(reading => !reading.Intent.IsBusiness());
        return !business.IsEmpty ? [.. business.Take(IntentReader.MostRequests)] : all.IsEmpty ? all : [all[^1]];
    }

    /// <summary>"Cancel CM-1", and, before that is answered, "wait, no": nobody wants to be asked about it any more.</summary>
    private static ImmutableArray<Reading> Follow(ImmutableArray<Reading> earlier, ImmutableArray<Reading> said)
    {
        var takenBack = earlier.RemoveAll(request => !said.Any(later => TakesBack(later, request)));
        var kept = takenBack.SelectMany(request => request.Orders).ToImmutableArray();
        return
        [
            .. earlier.RemoveRange(takenBack),
            .. said.Select(later => kept.IsEmpty || later.Intent is not (Intent.No or Intent.NeverMind)
                ? later
                : later with { Intent = Intent.KeepOrder, Orders = kept }),
        ];
    }

    private static bool TakesBack(Reading later, Reading earlier) => earlier.Intent == Intent.Cancel && later.Intent switch
    {
        Intent.KeepOrder => !later.Orders.Any(order => order is ById) || later.Orders.Any(earlier.Orders.Contains),
        Intent.No or Intent.NeverMind => true,
        _ => false,
    };

    /// <summary>
    /// What the customer was in the middle of, with the piece that was asked for. It is read anew from the message that began it and from
    /// every answer since; null where the newest message is no answer.
    /// </summary>
    private static Reading? Continued(ThreadMemory memory)
    {
        if (memory is not { Question: { } question, BeforeQuestion: { } before }
            || Read(before).LastOrDefault(request => request.Intent.IsAChange()) is not { } begun)
        {
            return null;
        }

        Reading[] answers = [.. memory.Unanswered.SelectMany(message => IntentReader.Read(message.Text).Take(1))];
        var corrected = answers is [.., var last] && (!last.StandsAlone || last.Intent == begun.Intent) ? last : null;
        if (corrected is not null && IsAnother(question, corrected, memory))
        {
            return corrected.StandsAlone ? null : Pointed(begun, corrected) with { Given = [], Message = $"{begun.Message}\n{corrected.Message}" };
        }

        if (corrected is not null && IsAnotherItem(question, corrected, memory))
        {
            return begun with { Given = [.. begun.Given, new(question with { Kind = QuestionKind.WhichItems }, corrected.Message)] };
        }

        var isAside = Question.ReadFrom(memory.LastSaid ?? "") is null;
        if (answers.Length == 0 || !answers.All(answer => Answers.Fits(question, answer) && !Answers.IsAnotherAct(begun, answer))
            || (isAside && answers.Any(answer => answer.Intent.IsSocial())))
        {
            return null;
        }

        var given = memory.Unanswered.Select(message => new GivenPiece(question, message.Text));
        var continued = begun with { Given = [.. begun.Given, .. given] };
        return question.Kind switch
        {
            QuestionKind.WhichOrder => Pointed(continued, new ContextReader(memory).Point(answers[^1])),
            QuestionKind.WhatToChange => Answers.Turned(continued, question, answers[^1]),
            QuestionKind.WhichAddress => Pointed(continued, answers[^1]),
            _ => continued,
        };
    }

    /// <summary>"No, the keyboard": it was about another order than the one that the question named.</summary>
    private static bool IsAnother(Question question, Reading answer, ThreadMemory memory) =>
        question.OrderId is { } asked && (answer.Orders.OfType<ById>().Any(named => named.OrderId != asked
                && answer.Message.Contains(named.OrderId, StringComparison.OrdinalIgnoreCase)) // not a ZIP code
            || (question.Kind is QuestionKind.RefundTo or QuestionKind.WhichMethod && answer.Orders.Any(order => order is ByItem)
                && new ItemMatch(answer.Words).Best([.. memory.Orders.Values]) is { IsEmpty: false } items
                && items.All(order => order.OrderId != asked)));

    /// <summary>"No, the cubes": another item of the order that the question named.</summary>
    private static bool IsAnotherItem(Question question, Reading answer, ThreadMemory memory) =>
        question is { Kind: QuestionKind.RefundTo or QuestionKind.WhichMethod, OrderId: { } asked } && !answer.Concepts.Has(Concept.Tender)
        && answer.Orders.Any(order => order is ByItem) && memory.Orders.GetValueOrDefault(asked) is { } order
        && !new ItemMatch(answer.Words).Best([order]).IsEmpty;

    private static Reading Pointed(Reading request, Reading answer) => answer.Orders.IsEmpty
        ? request
        : request with { Orders = answer.Orders, Words = [.. request.Words, .. answer.Words] };
}
