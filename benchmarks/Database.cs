using System.Globalization;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Benchmarks;

/// <summary>DynamoDB Local: the one at <c>DYNAMODB_LOCAL_URL</c>, or one started for the benchmark.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly DynamoDbJava? _own;
    private readonly string _address;

    private Database(DynamoDbJava? own, string address) => (_own, _address) = (own, address);

    /// <exception cref="InvalidOperationException">It is not to be had here.</exception>
    public static async Task<Database> StartAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("DYNAMODB_LOCAL_URL") is { Length: > 0 } address)
        {
            return new(null, address);
        }

        var own = await DynamoDbJava.StartAsync(cancellationToken)
            ?? throw new InvalidOperationException(
                "DynamoDB Local is not here: run ./test.sh once, or set DYNAMODB_LOCAL_URL or DYNAMODB_LOCAL_DIR.");
        return new(own, own.Address);
    }

    /// <summary>Settings of the product for tables of its own, with the demo shop in them.</summary>
    public Dictionary<string, string?> Settings(int extraOrders) => new()
    {
        ["Store"] = "DynamoDb",
        ["DynamoDb:ServiceUrl"] = _address,
        ["DynamoDb:TablePrefix"] = $"b{Guid.NewGuid():N}-",
        ["DynamoDb:CreateTables"] = "true",
        ["Demo:Enabled"] = "true",
        ["Demo:ExtraOrders"] = extraOrders.ToString(CultureInfo.InvariantCulture),
        ["RateLimit:Enabled"] = "false",
    };

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
