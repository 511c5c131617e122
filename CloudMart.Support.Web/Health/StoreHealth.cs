using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.Health;

/// <summary>Reads a conversation that there is not: the cheapest thing that a store can be asked, whichever it is.</summary>
internal sealed class StoreHealth(IConversationLog log, TimeProvider clock, ILogger<StoreHealth> logger) : ProbedHealth(clock, logger)
{
    protected override Task ProbeAsync(CancellationToken cancellationToken) => log.ReadAsync("health", 1, cancellationToken);
}
