using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;

namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue;

using static OrderWords;

/// <summary>What is said in more than one place, and what needs no order to say.</summary>
internal static class Phrases
{
    public const string CouldNotLookUp = "I couldn't look that up just now. Please send your message again in a moment.";

    public const string NotUnderstood = "I'm not sure what you mean.";

    public const string NoOrders = "You have no orders yet.";

    public const string WhenOrdersCanBeCanceled = "You can cancel an order as long as it is pending.";

    private const string CanLook =
        "I can tell you where an order is, list your orders, show what is in one, cancel one that is still pending, ";

    private const string CanChange =
        "return or exchange items, change an order's items, address or payment, answer questions about our rules, ";

    private const string CanBringIn = "or bring in a person. What would you like?";

    public static readonly string NothingToCancel =
        "None of your orders can be canceled now: that works only while an order is pending. "
        + Question.Words(QuestionKind.BringInAPerson);

    private static readonly Dictionary<Intent, string> NotPossible = new()
    {
        [Intent.UndoCancel] = "undo a cancellation",
        [Intent.Return] = "arrange a return",
        [Intent.Exchange] = "arrange an exchange",
        [Intent.ChangeOrder] = "change what is in an order",
        [Intent.ChangeAddress] = "set or change an address",
        [Intent.ChangePayment] = "change how something is paid",
        [Intent.Refund] = "start a refund",
        [Intent.RefundStatus] = "look up a refund",
        [Intent.Profile] = "look up what we know of you",
        [Intent.Product] = "look up products",
        [Intent.ReturnPolicy] = "look up the rules of returning",
        [Intent.RefundPolicy] = "look up the refund rules",
        [Intent.CancellationFee] = "look up the terms or fees of canceling",
        [Intent.PaymentMethods] = "help with ways to pay",
        [Intent.DeliveryOptions] = "look up where and how we deliver",
        [Intent.DeliveryTimes] = "look up general delivery times, only the day an order of yours is expected",
        [Intent.PrivacyPolicy] = "look up how we treat your data",
        [Intent.PaymentProblem] = "sort out a payment problem",
        [Intent.Invoice] = "send or show an invoice",
        [Intent.Account] = "help with accounts or passwords",
        [Intent.Newsletter] = "change a newsletter subscription",
        [Intent.Review] = "take a review",
        [Intent.Complaint] = "take a complaint myself",
        [Intent.PlaceOrder] = "place a new order",
    };

    public static string CannotYet(Intent intent) =>
        $"I'm sorry, I can't {NotPossible[intent]} here yet. {Question.Words(QuestionKind.BringInAPerson)}";

    public static string NoSuchOrder(string orderId) =>
        $"I can't find an order {Id(orderId)} of yours. Please check the number, or ask me to list your orders.";

    public static string NoSuchItem(string named) =>
        $"I can't find \"{Plain(named)}\" in your orders. Do you have the order number? I can also list your orders.";

    /// <summary>Before a question that has to be asked again.</summary>
    public static string AskedAgain(QuestionKind kind) => kind is >= QuestionKind.WhichOrder and <= QuestionKind.WhichMethod
        ? "I can't tell from that which one you mean: its number in the list is enough, or \"never mind\" to leave it."
        : "That doesn't tell me yet; write \"never mind\" to leave it.";

    /// <param name="isWhole">All tools are there.</param>
    public static string CanDo(bool isWhole) => $"{CanLook}{(isWhole ? CanChange : "")}{CanBringIn}";

    public static string? SmallTalk(Intent intent, string customerName, bool isWhole) => intent switch
    {
        Intent.Greeting => $"Hi {Plain(customerName)}! How can I help with your orders?",
        Intent.Thanks => "You're welcome! Is there anything else I can do?",
        Intent.Goodbye => "Goodbye, and thanks for stopping by!",
        Intent.Capabilities => $"Happy to help. {CanDo(isWhole)}",
        Intent.WhoAreYou =>
            "I'm CloudMart's demo assistant: a program that follows rules, not a person and no AI model. "
            + "I know your orders, and I can bring in a person from our team whenever you ask.",
        Intent.Unsure => "No problem, take your time. I'm here when you know.",
        Intent.Yes => "Good! What would you like me to do?",
        Intent.No => "Okay. Is there anything else I can do?",
        Intent.CardAnswer =>
            "I can't take that for a yes or no to one certain card, so nothing has changed. If its buttons are still there, please use them; "
            + "a card that was left for too long is closed, and you can ask me again.",
        Intent.NeverMind => "Okay, I'll leave it at that. Nothing has changed.",
        Intent.OutOfScope => $"I'm afraid that's outside of what I know. {CanDo(isWhole)}",
        _ => null,
    };
}
