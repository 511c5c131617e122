using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Customers;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbCustomerStoreTests(DynamoDbStore store) : CustomerStoreConformance(store), IClassFixture<DynamoDbStore>;

/// <summary>The same claims on a bad day.</summary>
[Trait("Needs", "DynamoDB")]
public sealed class FaultyDynamoDbCustomerStoreTests(FaultyDynamoDbStore store) : CustomerStoreConformance(store), IClassFixture<FaultyDynamoDbStore>;
