using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Staff.Replies;

public sealed class SqliteCannedRepliesTests(SqliteStore store) : CannedRepliesConformance(store), IClassFixture<SqliteStore>;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbCannedRepliesTests(DynamoDbStore store) : CannedRepliesConformance(store), IClassFixture<DynamoDbStore>;
