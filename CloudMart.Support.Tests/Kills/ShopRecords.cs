using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Kills;

/// <summary>The records of the shop that servers share, read past them: what they are judged by.</summary>
internal sealed class ShopRecords : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");

    private ShopRecords(Dictionary<string, string?> settings)
    {
        settings.TryAdd("Sqlite:Path", Path.Combine(_folder.FullName, "cloudmart.db")); // the keys of sign-ins lie beside it, too
        Settings = settings;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddStorage(configuration)
            .BuildServiceProvider();
    }

    /// <summary>What makes a product use these very records.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public IConversationLog Log => _services.GetRequiredService<IConversationLog>();

    public IOwedAnswers Owed => _services.GetRequiredService<IOwedAnswers>();

    public IOrderStore Orders => _services.GetRequiredService<IOrderStore>();

    public ICustomerStore Customers => _services.GetRequiredService<ICustomerStore>();

    /// <summary>Whether what failed was only the store being away for a while.</summary>
    public bool IsAway(Exception fault) => _services.GetRequiredService<IStoreFaults>().IsTransient(fault);

    public static Task<ShopRecords> InSqliteAsync(CancellationToken cancellationToken) =>
        OpenAsync(new() { ["Store"] = "Sqlite" }, cancellationToken);

    /// <param name="address">Of DynamoDB Local.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static Task<ShopRecords> InDynamoDbAsync(string address, CancellationToken cancellationToken) => OpenAsync(
        new()
        {
            ["Store"] = "DynamoDb",
            ["DynamoDb:ServiceUrl"] = address,
            ["DynamoDb:TablePrefix"] = $"k{Guid.NewGuid():N}-",
            ["DynamoDb:CreateTables"] = "true",
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static async Task<ShopRecords> OpenAsync(Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var records = new ShopRecords(settings);
        return await records._services.GetRequiredService<IStorageProbe>().CheckAsync(cancellationToken) is { } trouble
            ? throw new StorageUnavailableException(trouble)
            : records;
    }
}
