namespace CloudMart.Support.Core.Assistant.Embedded.Language;

/// <summary>What a customer wants, as far as it can be told from the words.</summary>
internal enum Intent
{
    /// <summary>Not understood, or only the answer to a question.</summary>
    None,

    Cancel,

    /// <summary>About canceling (how, whether, what if, what was said), without asking for it.</summary>
    CancelQuestion,
    KeepOrder,
    Track,
    Status,
    Details,
    List,
    Person,

    // Business of a shop that cannot be done here yet
    UndoCancel,
    Return,
    Exchange,
    Refund,
    RefundPolicy,
    CancellationFee,
    ChangeAddress,
    ChangeOrder,
    ChangePayment,
    PaymentMethods,
    PaymentProblem,
    Invoice,
    Account,
    Newsletter,
    Review,
    Complaint,
    PlaceOrder,
    DeliveryOptions,
    DeliveryTimes,

    // Conversation
    Greeting,
    Thanks,
    Goodbye,
    Capabilities,
    WhoAreYou,
    Repeat,
    Yes,
    No,
    NeverMind,
    Unsure,
    OutOfScope,
}

internal static class IntentKinds
{
    public static bool IsAboutAnOrder(this Intent intent) => intent is >= Intent.Cancel and <= Intent.List;

    public static bool IsNotPossibleYet(this Intent intent) => intent is >= Intent.UndoCancel and <= Intent.DeliveryTimes;

    public static bool IsSocial(this Intent intent) => intent >= Intent.Greeting;

    public static bool IsBusiness(this Intent intent) => intent is not Intent.None && !intent.IsSocial();
}
