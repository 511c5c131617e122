namespace CloudMart.Support.Tests.Fakes;

/// <summary>The store over DynamoDB Local, in tables of its own.</summary>
public class DynamoDbStore(DynamoDbLocal local) : StoreUnderTest
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}-";

    protected override async ValueTask<Dictionary<string, string?>?> SettingsAsync() =>
        await local.AddressAsync(TestContext.Current.CancellationToken) is not { } address ? null : new()
        {
            ["Store"] = "DynamoDB",
            ["DynamoDb:ServiceUrl"] = address,
            ["DynamoDb:TablePrefix"] = _prefix,
            ["DynamoDb:CreateTables"] = "true",
        };
}
