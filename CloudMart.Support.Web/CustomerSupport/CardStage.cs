namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>How far a card is, as its customer sees it.</summary>
public enum CardStage
{
    /// <summary>The customer is asked.</summary>
    Open,

    /// <summary>The customer has agreed, and it is being carried out.</summary>
    BeingDone,

    /// <summary>The customer has agreed, and staff are asked.</summary>
    AwaitingApproval,

    /// <summary>It took effect.</summary>
    Done,

    /// <summary>The customer wanted everything left as it is.</summary>
    Declined,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>Staff took it back.</summary>
    Withdrawn,

    /// <summary>A newer card for the same took its place.</summary>
    Replaced,

    /// <summary>What it showed no longer held.</summary>
    Void,

    /// <summary>Staff did not approve it.</summary>
    Rejected,

    /// <summary>It could not be carried out.</summary>
    Failed,
}

public static class CardStages
{
    /// <summary>Nothing will become of the card any more.</summary>
    public static bool IsEnded(this CardStage stage) => stage is not (CardStage.Open or CardStage.BeingDone or CardStage.AwaitingApproval);

    /// <summary>What became of the card, on one line behind its title.</summary>
    public static string InWords(this CardStage stage) => stage switch
    {
        CardStage.Open => "Waiting for you",
        CardStage.BeingDone => "Doing it…",
        CardStage.AwaitingApproval => "Waiting for approval by our team",
        CardStage.Done => "Done",
        CardStage.Declined => "Declined",
        CardStage.Expired => "Expired",
        CardStage.Withdrawn => "Withdrawn by our team",
        CardStage.Replaced => "Replaced by a newer card",
        CardStage.Void => "Not done",
        CardStage.Rejected => "Not approved",
        CardStage.Failed => "Failed",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
