using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

public sealed class SqliteInboxTests(SqliteStore store) : InboxConformance(store), IClassFixture<SqliteStore>;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbInboxTests(DynamoDbStore store) : InboxConformance(store), IClassFixture<DynamoDbStore>;

/// <summary>The same claims on a bad day.</summary>
[Trait("Needs", "DynamoDB")]
public sealed class FaultyDynamoDbInboxTests(FaultyDynamoDbStore store) : InboxConformance(store), IClassFixture<FaultyDynamoDbStore>;
