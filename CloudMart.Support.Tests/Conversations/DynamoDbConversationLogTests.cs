using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbConversationLogTests(DynamoDbStore store) : ConversationLogConformance(store), IClassFixture<DynamoDbStore>;

/// <summary>The same claims on a bad day.</summary>
[Trait("Needs", "DynamoDB")]
public sealed class FaultyDynamoDbConversationLogTests(FaultyDynamoDbStore store) : ConversationLogConformance(store), IClassFixture<FaultyDynamoDbStore>;
