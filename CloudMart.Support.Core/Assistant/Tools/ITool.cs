using System.Text.Json;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>
/// Something that the assistant may ask for. A tool reads and decides; it never writes: the change it wants goes back in the
/// decision and is committed together with the event that records it. So a tool may be asked again whenever its commit lost a race.
/// </summary>
public interface ITool
{
    ToolDescription Description { get; }

    /// <summary>It never wants a change, so calls of it may be decided side by side.</summary>
    bool OnlyReads => true;

    /// <summary>What to show while it works, e.g. <c>Canceling CM-7890…</c>; from the model's arguments, so shown as plain text only.</summary>
    string Doing(JsonElement arguments);

    /// <summary>Decides the call. Expected refusals are decisions; exceptions are faults of the store or bugs.</summary>
    /// <param name="arguments">A JSON object as the model wrote it; its properties may be missing or of any type.</param>
    /// <param name="context">On whose behalf, and what is known of the conversation.</param>
    /// <param name="cancellationToken">The tool's time budget.</param>
    Task<ToolDecision> DecideAsync(JsonElement arguments, ToolContext context, CancellationToken cancellationToken);
}

/// <summary>What a tool may know: the customer is the conversation's, never the model's.</summary>
/// <param name="Customer">To whom the conversation belongs.</param>
/// <param name="Operation">The call's identity.</param>
/// <param name="Conversation">The conversation as last read; a commit fails if it has moved since.</param>
public sealed record ToolContext(SignedInCustomer Customer, OperationId Operation, ConversationSnapshot Conversation)
{
    /// <summary>Under whose id a change stands in the order's history: the customer's, or that of the member of staff who acts for them.</summary>
    public string By { get; init; } = Customer.CustomerId;
}

/// <summary>What a tool decided.</summary>
/// <param name="Output">What the assistant gets: JSON. For a change: what it gets when that has taken effect.</param>
/// <param name="Change">The change to commit together with the outcome; null where nothing changes.</param>
/// <param name="Receipt">What the page draws.</param>
/// <param name="AlsoRecord">A further fact that follows from the call (a hand-over).</param>
public sealed record ToolDecision(string Output, ShopChange? Change = null, Receipt? Receipt = null, ConversationEvent? AlsoRecord = null)
{
    /// <summary>What it takes before the change may be made.</summary>
    public ConsentRule Consent { get; init; } = ConsentRule.Card;

    /// <summary>What the customer is asked, where there is a change.</summary>
    public ActionCard? Card { get; init; }

    /// <summary>What the change gives back to the customer, now or later.</summary>
    public decimal MoneyBack { get; init; }

    /// <summary>Nothing was decided: the tool took too long, or broke.</summary>
    public bool IsFault { get; init; }
}
