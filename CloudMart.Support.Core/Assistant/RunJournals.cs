using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Opens journals, each for the runs of one claim.</summary>
internal sealed class RunJournals(ConversationWriter writer, IOrderStore orders, StorePatience patience, RunFacts facts)
{
    public RunJournal Open(ConversationSnapshot known, string claim) => new(writer, orders, patience, facts, known, claim);
}
