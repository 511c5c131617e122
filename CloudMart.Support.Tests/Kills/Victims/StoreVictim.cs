using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills.Victims;

/// <summary>A DynamoDB Local of its own with its database on disk: killed with SIGKILL, it is started again on the same files and port.</summary>
internal sealed class StoreVictim : IVictim, IAsyncDisposable
{
    private readonly DirectoryInfo _database;
    private DynamoDbJava _java;

    private StoreVictim(DirectoryInfo database, DynamoDbJava java) => (_database, _java) = (database, java);

    public string Address => _java.Address;

    /// <returns>Null where there is no DynamoDB Local.</returns>
    public static async Task<StoreVictim?> StartAsync(CancellationToken cancellationToken)
    {
        var database = Directory.CreateTempSubdirectory("cloudmart-");
        return await DynamoDbJava.StartAsync(cancellationToken, database.FullName) is { } java ? new(database, java) : null;
    }

    public async Task KillAsync(CancellationToken cancellationToken) => await _java.DisposeAsync();

    public async Task RestartAsync(CancellationToken cancellationToken) =>
        _java = (await DynamoDbJava.StartAsync(cancellationToken, _database.FullName, _java.Port))!;

    public async ValueTask DisposeAsync()
    {
        await _java.DisposeAsync();
        _database.Delete(recursive: true);
    }
}
