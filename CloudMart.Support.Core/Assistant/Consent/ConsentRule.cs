namespace CloudMart.Support.Core.Assistant.Consent;

/// <summary>What it takes before a tool's change may be made. Tools say which; <see cref="ConsentGate"/> sees to it.</summary>
public enum ConsentRule
{
    /// <summary>The customer agrees to a card.</summary>
    Card,

    /// <summary>The customer's newest message is a plain order to do exactly this (<see cref="CancelEvidence"/>); otherwise a card.</summary>
    EvidenceOrCard,
}
