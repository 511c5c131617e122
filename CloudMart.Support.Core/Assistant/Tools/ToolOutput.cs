using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CloudMart.Support.Core.HelpCenter;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>
/// What tools answer: JSON objects whose <c>outcome</c> says which kind. Assistants are written against exactly these, and none is
/// larger than <see cref="MaxBytes"/>.
/// </summary>
internal static class ToolOutput
{
    /// <summary>A log entry and a model's context both have room for this many bytes of UTF-8.</summary>
    public const int MaxBytes = 16 * 1024;

    public const int MaxMessage = 1000;

    public static string Error(string message) => Say("error", message);

    /// <summary>What an assistant is told that claimed what was not done.</summary>
    public static string Withheld(string claim) => Say(
        "answer_withheld",
        $"The customer did not get your answer, because it says: {claim} No outcome since the customer wrote says that this was done. Answer anew, and "
        + "say only what outputs and notes of the shop say; where the customer wants it done, call its tool.");

    /// <summary>The same words whether there is no such order or it is a stranger's.</summary>
    public static string OrderNotFound() => Say("not_found", "The customer has no order of that number. Ask them to check it.");

    public static string HandedOff() =>
        Say("handed_off", "The conversation now waits for a member of staff. Tell the customer that a person will answer here.");

    public static string TakenOver() => Say("not_done", "A member of staff took over before this was carried out. Nothing was changed.");

    public static string StaffSaid(string name, string text) => Write(new { outcome = "staff_said", by = name, message = text });

    public static string NoHelpFound() =>
        Say("not_found", "The help center says nothing about it. Do not answer from memory; offer that a member of staff does.");

    /// <summary>Quotes are short by themselves.</summary>
    public static string Found(IReadOnlyList<HelpPassage> articles) => Write(new { outcome = "found", articles });

    /// <summary>The outcome of <paramref name="act"/>, once it has taken effect where it changes something.</summary>
    public static string Of(string act, OrderOutcome outcome) => outcome switch
    {
        Orders.OrderNotFound => OrderNotFound(),
        RequestMistaken mistaken => Error(mistaken.Message),
        AlreadyApplied already => Say("done", $"This was carried out before: {already.First.Outcome}."),
        OperationRefused refused => Refused(refused),
        AlreadyCanceled already => AlreadyCanceled(already.Order),
        OrderCanceled canceled => Canceled(canceled),
        _ => ActionOutput.Note("done", act, OrderReceipts.For(outcome) ?? throw new UnreachableException($"{outcome.GetType().Name} has no receipt.")),
    };

    public static string Found(Order order) => Write(OrderView.Of(order), view => new { outcome = "found", order = view });

    private static string AlreadyCanceled(Order order) =>
        Write(OrderView.Of(order), view => new { outcome = "already_canceled", order = view });

    private static string Refused(OperationRefused refused)
    {
        var message = BoundedText.Cut(
            $"{refused.Order.OrderId} cannot be {refused.Participle}: {refused.Why}. {refused.Instead}".TrimEnd(), MaxMessage);
        return Write(OrderView.Of(refused.Order), view => new { outcome = "refused", order = view, message });
    }

    private static string Canceled(OrderCanceled canceled)
    {
        var refund = RefundView.Of(canceled.Refunds);
        return Write(OrderView.Of(canceled.Order), view => new { outcome = "canceled", order = view, refund });
    }

    /// <summary>As many of <paramref name="orders"/> as there is room for.</summary>
    /// <param name="orders">Newest first.</param>
    /// <param name="more">There are more than these.</param>
    public static string Found(IReadOnlyList<Order> orders, bool more)
    {
        var views = orders.Select(OrderView.Of).ToImmutableArray();
        for (var shown = views.Length; shown > 0; shown--)
        {
            var output = Write(new { outcome = "found", orders = views[..shown], more = more || shown < views.Length });
            if (Fits(output))
            {
                return output;
            }
        }

        return Write(new { outcome = "found", orders = views[..Math.Min(1, views.Length)].Select(view => view.WithoutItems()), more });
    }

    private static string Say(string outcome, string message) => Write(new { outcome, message = BoundedText.Cut(message, MaxMessage) });

    private static string Write<T>(OrderView order, Func<OrderView, T> output) =>
        Write(output(order)) is var whole && Fits(whole) ? whole : Write(output(order.WithoutItems()));

    internal static string Write<T>(T output) => JsonSerializer.Serialize(output, ToolJson.Writing);

    private static bool Fits(string output) => Encoding.UTF8.GetByteCount(output) <= MaxBytes;

    private sealed record RefundView(decimal Amount, string To, string When)
    {
        public static RefundView? Of(ImmutableArray<Refund> refunds) => refunds switch
        {
            [] => null,
            [var only] => new(only.Amount, only.Method, only.When),
            _ => new(
                refunds.Sum(refund => refund.Amount),
                string.Join(" and ", refunds.Select(refund => $"{refund.Method} ({Money.InWords(refund.Amount)})")),
                string.Join(" and ", refunds.Select(refund => refund.When).Distinct())),
        };
    }
}
