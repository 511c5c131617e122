using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Opens journals, each with a claim of its own.</summary>
internal sealed class RunJournals(ConversationWriter writer, IOrderStore orders, StorePatience patience, RunFacts facts, IIdSource ids)
{
    public RunJournal Open(ConversationSnapshot known) => new(writer, orders, patience, facts, known, ids.NewId());
}
