using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Orders;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbOrderStoreTests(DynamoDbStore store) : OrderStoreConformance(store), IClassFixture<DynamoDbStore>;

/// <summary>The same claims on a bad day.</summary>
[Trait("Needs", "DynamoDB")]
public sealed class FaultyDynamoDbOrderStoreTests(FaultyDynamoDbStore store) : OrderStoreConformance(store), IClassFixture<FaultyDynamoDbStore>;
