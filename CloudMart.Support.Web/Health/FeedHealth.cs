using CloudMart.Support.Core;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Web.Health;

/// <summary>Publishes something to itself and waits for it: what a page does, and all that a feed is for.</summary>
internal sealed class FeedHealth(IConversationFeed feed, NodeName node, TimeProvider clock, ILogger<FeedHealth> logger)
    : ProbedHealth(clock, logger)
{
    protected override async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var item = new RunDelayed($"health-{node.Value}", "");
        await using var heard = await feed.SubscribeAsync(item.Topic, cancellationToken);
        await feed.PublishAsync(item, cancellationToken);
        await heard.ReadAllAsync(cancellationToken).FirstAsync(cancellationToken);
    }
}
