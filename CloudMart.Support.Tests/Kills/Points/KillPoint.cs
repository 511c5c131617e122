namespace CloudMart.Support.Tests.Kills.Points;

/// <summary>Where on a message's way a server can be made to die, or to pause.</summary>
internal enum KillPoint
{
    /// <summary>The message stands in the log, and its sender does not know.</summary>
    AfterCustomerSaid,

    /// <summary>The assistant has asked for tools, and nobody has written it down.</summary>
    BeforeToolRequested,

    /// <summary>The calls are logged and not executed.</summary>
    AfterToolRequested,

    /// <summary>A change is decided on and not committed: a call's, or a card's.</summary>
    BeforeTransaction,

    /// <summary>A change stands with its outcome, and nobody was told.</summary>
    AfterTransaction,

    /// <summary>The outputs are logged and not yet the assistant's.</summary>
    BeforeSubmit,

    /// <summary>The assistant has the outputs and has begun to answer.</summary>
    AfterSubmit,

    /// <summary>The answer is complete and not logged.</summary>
    BeforeRunEnded,

    /// <summary>The customer has agreed to a card, and its operation is not carried out.</summary>
    AfterCardsYes,
}
