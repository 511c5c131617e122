using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Core.Assistant.Tools;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

using static OrderWords;

/// <summary>Finds out which of the customer's payment methods is meant, asking where there is a choice.</summary>
internal sealed class MethodPick(Turn turn)
{
    private static readonly string NoMethod =
        $"I see no payment method of yours that can be used for this. {Question.Words(QuestionKind.BringInAPerson)}";

    /// <summary>Where a return's money goes: the way it came, or onto a gift card of theirs.</summary>
    public Need<KnownMethod> RefundTo(Reading request, OrderView order, ItemsMeant items)
    {
        if (Profile() is not { Found: { } profile })
        {
            return Need<KnownMethod>.Instead(Profile().Say);
        }

        var original = profile.PaidWith(order);
        ImmutableArray<KnownMethod> allowed = [.. profile.PaymentMethods.Where(method => method == original || method.IsGiftCard)
            .OrderByDescending(method => method == original)];
        var wanted = Named(request, QuestionKind.RefundTo, allowed, original);
        var other = Named(request, QuestionKind.RefundTo, profile.PaymentMethods, original);
        var only = wanted.IsEmpty && !other.IsEmpty ? "A refund can go back the way it was paid, or onto a gift card of yours. " : "";
        var ask = $"{only}To return {items.InWords} from {Id(order.OrderId)}: {Question.Words(QuestionKind.RefundTo)}";
        return Choose(allowed, wanted, ask, original, mayGuess: only.Length == 0);
    }

    /// <summary>How a difference is paid, or given back.</summary>
    public Need<KnownMethod> ForDifference(Reading request, OrderView order, decimal difference)
    {
        if (Profile() is not { Found: { } profile })
        {
            return Need<KnownMethod>.Instead(Profile().Say);
        }

        var original = profile.PaidWith(order);
        if (difference == 0 && (original ?? profile.PaymentMethods.FirstOrDefault()) is { } any)
        {
            return any;
        }

        var able = profile.PaymentMethods.RemoveAll(method => method.Balance < difference);
        var asked = difference > 0 ? QuestionKind.WhichMethod : QuestionKind.RefundTo;
        var wanted = Named(request, asked, able, original);
        var (sum, by) = difference > 0 ? ($"{Money(difference)} more is to be paid", ", with") : ($"{Money(-difference)} goes back", " to");
        var usual = original is not null && able.Contains(original) ? $"{by} {Plain(original.Name)} unless you say otherwise" : "";
        var ask = $"For {Id(order.OrderId)}, {sum}{usual}. {Question.Words(asked)}";
        return Choose(able, wanted, ask, able.Contains(original!) ? original : null, mayGuess: true);
    }

    /// <summary>Another one for the whole order.</summary>
    public Need<KnownMethod> Another(Reading request, OrderView order)
    {
        if (Profile() is not { Found: { } profile })
        {
            return Need<KnownMethod>.Instead(Profile().Say);
        }

        var others = profile.PaymentMethods.Remove(profile.PaidWith(order)!);
        var wanted = Named(request, QuestionKind.WhichMethod, others, null);
        var ask = $"{Id(order.OrderId)} is paid with {Plain(order.Payment)}. {Question.Words(QuestionKind.WhichMethod)}";
        return others.IsEmpty
            ? Need<KnownMethod>.Instead($"{Id(order.OrderId)} is paid with {Plain(order.Payment)}. {NoMethod}")
            : wanted is [var one] ? one
            : Need<KnownMethod>.Instead($"{ask}\n\n{others.Lines(null)}");
    }

    private Need<KnownProfile> Profile() => turn.Ask(ToolCalls.Profile()) switch
    {
        null => Need<KnownProfile>.Open,
        { Outcome: "found", Profile: { } profile } => profile,
        _ => Need<KnownProfile>.Instead(Phrases.CouldNotLookUp),
    };

    private static ImmutableArray<KnownMethod> Named(
        Reading request, QuestionKind asked, ImmutableArray<KnownMethod> methods, KnownMethod? original)
    {
        var named = request.GivenFor(asked).Reverse().Select(answer => methods.Named(answer, isAnswer: true, original))
            .FirstOrDefault(found => !found.IsEmpty, []);
        if (!named.IsEmpty)
        {
            return named;
        }

        // "The L, and pay with PayPal", as the answer to which variant
        var besides = request.Given.Where(piece => piece.Asked.Kind != asked).Reverse();
        return besides.Select(piece => methods.Named(piece.Text, isAnswer: false, original: null))
            .FirstOrDefault(found => !found.IsEmpty, methods.Named(request.Message, isAnswer: false, original));
    }

    /// <param name="allowed">In the order in which they are shown.</param>
    /// <param name="wanted">Those that were named.</param>
    /// <param name="ask">The question.</param>
    /// <param name="original">How the order was paid.</param>
    /// <param name="mayGuess">The only one that is allowed needs no question.</param>
    private static Need<KnownMethod> Choose(
        ImmutableArray<KnownMethod> allowed, ImmutableArray<KnownMethod> wanted, string ask, KnownMethod? original, bool mayGuess) =>
        wanted switch
        {
            _ when allowed.IsEmpty => Need<KnownMethod>.Instead(NoMethod),
            [var one] => one,
            [] when mayGuess && allowed is [var only] => only,
            _ => Need<KnownMethod>.Instead($"{ask}\n\n{allowed.Lines(original)}"),
        };
}
