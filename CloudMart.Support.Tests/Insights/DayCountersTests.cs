using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Insights;

public sealed class SqliteDayCountersTests(SqliteStore store) : DayCountersConformance(store), IClassFixture<SqliteStore>;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbDayCountersTests(DynamoDbStore store) : DayCountersConformance(store), IClassFixture<DynamoDbStore>;

/// <summary>The same with lagging indexes, throttling, conflicts and lost replies.</summary>
[Trait("Needs", "DynamoDB")]
public sealed class FaultyDynamoDbDayCountersTests(FaultyDynamoDbStore store)
    : DayCountersConformance(store), IClassFixture<FaultyDynamoDbStore>;
