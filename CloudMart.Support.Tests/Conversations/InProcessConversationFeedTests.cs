using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Conformance;

namespace CloudMart.Support.Tests.Conversations;

public sealed class InProcessConversationFeedTests : ConversationFeedConformance
{
    protected override ValueTask<IConversationFeed> CreateAsync() => ValueTask.FromResult<IConversationFeed>(new InProcessConversationFeed());
}
