using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

/// <summary>Where everything is kept: the setting <c>Store</c> names it.</summary>
public static class StorageSetup
{
    private const string Setting = "Store";

    /// <summary>
    /// Registers the ports of log, owed answers, orders, customers and products over the chosen store, and checks at start that it can be used.
    /// Call it before anything whose hosted service reads the store: hosted services start in the order of their registration.
    /// </summary>
    /// <exception cref="OptionsValidationException"><c>Store</c> names none of the stores.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<StorageStart>();
        var store = configuration[Setting] ?? "Sqlite";
        return store.ToUpperInvariant() switch
        {
            "SQLITE" => services.AddSqliteStorage(),
            "DYNAMODB" => services.AddDynamoDbStorage(),
            _ => throw new OptionsValidationException(Setting, typeof(string), [$"{Setting} is '{store}'; it can be Sqlite or DynamoDb."]),
        };
    }
}
