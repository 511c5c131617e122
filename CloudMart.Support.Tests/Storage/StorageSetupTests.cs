using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Storage;

public sealed class StorageSetupTests
{
    [Theory]
    [InlineData(null, "Sqlite")]
    [InlineData("Sqlite", "Sqlite")]
    [InlineData("DynamoDB", "DynamoDb")]
    [InlineData("dynamodb", "DynamoDb")]
    public void The_setting_Store_chooses_every_port(string? store, string adapters)
    {
        using var services = Services(("Store", store), ("DynamoDb:ServiceUrl", "http://localhost:8000"));
        Assert.StartsWith(adapters, services.GetRequiredService<IConversationLog>().GetType().Name, StringComparison.Ordinal);
        Assert.StartsWith(adapters, services.GetRequiredService<IOwedAnswers>().GetType().Name, StringComparison.Ordinal);
        Assert.StartsWith(adapters, services.GetRequiredService<IOrderStore>().GetType().Name, StringComparison.Ordinal);
        Assert.StartsWith(adapters, services.GetRequiredService<IStorageProbe>().GetType().Name, StringComparison.Ordinal);
        Assert.StartsWith(adapters, services.GetRequiredService<IStoreFaults>().GetType().Name, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_store_is_refused_with_the_names_of_the_known_ones()
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Services(("Store", "Postgres")));
        Assert.Equal("Store is 'Postgres'; it can be Sqlite or DynamoDb.", refused.Message);
    }

    [Theory]
    [InlineData("Sqlite", "Sqlite:Path", "")]
    [InlineData("DynamoDB", "DynamoDb:ServiceUrl", "localhost:8000")]
    [InlineData("DynamoDB", "DynamoDb:Region", "")]
    [InlineData("DynamoDB", "DynamoDb:TablePrefix", "a/b")]
    public void A_wrong_setting_is_refused_by_name(string store, string setting, string value)
    {
        using var services = Services(("Store", store), (setting, value));
        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddStorage(configuration).BuildServiceProvider();
    }
}
