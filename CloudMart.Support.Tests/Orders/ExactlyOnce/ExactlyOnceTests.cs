using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders.ExactlyOnce;

/// <summary>The protocol itself, over thousands of days.</summary>
[Trait("Needs", "Time")]
public sealed class InMemoryExactlyOnceTests() : ExactlyOnceProperties(ShopPorts.InMemory, days: 2_000);

[Trait("Needs", "Time")]
public sealed class SqliteExactlyOnceTests(SqliteStore store)
    : ExactlyOnceProperties(() => ShopPorts.Of(store), days: 50), IClassFixture<SqliteStore>;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbExactlyOnceTests(DynamoDbStore store)
    : ExactlyOnceProperties(() => ShopPorts.Of(store), days: 3), IClassFixture<DynamoDbStore>;

/// <summary>The same claims on a bad day.</summary>
[Trait("Needs", "DynamoDB")]
public sealed class FaultyDynamoDbExactlyOnceTests(FaultyDynamoDbStore store)
    : ExactlyOnceProperties(() => ShopPorts.Of(store), days: 3), IClassFixture<FaultyDynamoDbStore>;
