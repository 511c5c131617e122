using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills.Victims;

/// <summary>
/// A DynamoDB Local of its own with its database on disk: killed with SIGKILL, it is started again on the same files and port. It
/// acknowledges a transaction shortly before it commits it, so that a kill in between loses what it said was kept, which DynamoDB itself
/// never does. So its callers are cut off first, in the middle of whatever they ask, and it dies when what it has acknowledged is committed.
/// </summary>
internal sealed class StoreVictim : IVictim, IAsyncDisposable
{
    private const string Table = "last-write";

    private readonly DirectoryInfo _database;
    private readonly BreakableLine _line;
    private DynamoDbJava _java;

    private StoreVictim(DirectoryInfo database, DynamoDbJava java) =>
        (_database, _java, _line) = (database, java, new BreakableLine(new Uri(java.Address)));

    /// <summary>Where it is called.</summary>
    public string Address => _line.Address.ToString();

    /// <returns>Null where there is no DynamoDB Local.</returns>
    public static async Task<StoreVictim?> StartAsync(CancellationToken cancellationToken)
    {
        var database = Directory.CreateTempSubdirectory("cloudmart-");
        if (await DynamoDbJava.StartAsync(cancellationToken, database.FullName) is not { } java)
        {
            return null;
        }

        using var client = java.NewClient();
        await client.CreateTableAsync(
            new CreateTableRequest(Table, [new("id", KeyType.HASH)])
            {
                AttributeDefinitions = [new("id", ScalarAttributeType.S)], BillingMode = BillingMode.PAY_PER_REQUEST,
            },
            cancellationToken);
        return new(database, java);
    }

    public async Task KillAsync(CancellationToken cancellationToken)
    {
        await _line.CutAsync();
        using (var client = _java.NewClient())
        {
            // It commits one write after another, so all before this one are committed with it.
            await client.PutItemAsync(Table, new() { ["id"] = new("last") }, cancellationToken);
        }

        await _java.DisposeAsync();
    }

    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        _java = (await DynamoDbJava.StartAsync(cancellationToken, _database.FullName, _java.Port))!;
        _line.Mend();
    }

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        await _java.DisposeAsync();
        _database.Delete(recursive: true);
    }
}
