using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Benchmarks;

/// <summary>A store as the product registers it, without the product.</summary>
internal static class Store
{
    public static ServiceProvider Of(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddStorage(configuration)
            .AddConversations(configuration)
            .BuildServiceProvider();
    }
}
