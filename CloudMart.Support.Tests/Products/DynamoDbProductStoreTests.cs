using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Products;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbProductStoreTests(DynamoDbStore store) : ProductStoreConformance(store), IClassFixture<DynamoDbStore>;

/// <summary>The same claims on a bad day.</summary>
[Trait("Needs", "DynamoDB")]
public sealed class FaultyDynamoDbProductStoreTests(FaultyDynamoDbStore store) : ProductStoreConformance(store), IClassFixture<FaultyDynamoDbStore>;
