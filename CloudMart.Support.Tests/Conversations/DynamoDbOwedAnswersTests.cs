using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbOwedAnswersTests(DynamoDbStore store) : OwedAnswersConformance(store), IClassFixture<DynamoDbStore>;

/// <summary>The same claims on a bad day.</summary>
[Trait("Needs", "DynamoDB")]
public sealed class FaultyDynamoDbOwedAnswersTests(FaultyDynamoDbStore store) : OwedAnswersConformance(store), IClassFixture<FaultyDynamoDbStore>;
