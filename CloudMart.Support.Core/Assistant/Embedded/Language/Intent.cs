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

    // Changes that the customer has to confirm
    Return,

    /// <summary>Another variant of something ordered: "the blue one instead".</summary>
    Exchange,

    /// <summary>Something else about what was ordered.</summary>
    ChangeOrder,
    ChangeAddress,
    ChangePayment,

    /// <summary>The money back, by canceling or returning.</summary>
    Refund,

    // Answered from elsewhere than the orders
    RefundStatus,
    Profile,
    Product,

    // Answered by the help center
    ReturnPolicy,
    RefundPolicy,
    CancellationFee,
    PaymentMethods,
    DeliveryOptions,
    DeliveryTimes,
    PrivacyPolicy,

    // Business of a shop that is done by people only
    UndoCancel,
    PaymentProblem,
    Invoice,
    Account,
    Newsletter,
    Review,
    Complaint,
    PlaceOrder,
    Person,

    // Conversation
    Greeting,
    Thanks,
    Goodbye,
    Capabilities,
    WhoAreYou,
    Repeat,
    Yes,
    No,

    /// <summary>A yes or no to a card that did not count, because it could not be told which card it was for.</summary>
    CardAnswer,
    NeverMind,
    Unsure,
    OutOfScope,
}

internal static class IntentKinds
{
    public static bool IsAboutAnOrder(this Intent intent) => intent is >= Intent.Cancel and <= Intent.List;

    public static bool IsAChange(this Intent intent) => intent is >= Intent.Return and <= Intent.Refund;

    public static bool IsForTheHelpCenter(this Intent intent) => intent is >= Intent.ReturnPolicy and <= Intent.PrivacyPolicy;

    /// <summary>Neither a look at an order nor canceling one.</summary>
    public static bool IsOtherBusiness(this Intent intent) => intent is >= Intent.Return and <= Intent.PlaceOrder;

    public static bool IsForPeople(this Intent intent) => intent is >= Intent.UndoCancel and <= Intent.PlaceOrder;

    public static bool IsSocial(this Intent intent) => intent >= Intent.Greeting;

    public static bool IsBusiness(this Intent intent) => intent is not Intent.None && !intent.IsSocial();
}
