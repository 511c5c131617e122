using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

internal static class DynamoDbSetup
{
    /// <summary>Where the environment says who we are to AWS; the SDK reads these and more by itself.</summary>
    private static readonly string[] CredentialSettings =
    [
        "AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    ];

    public static IServiceCollection AddDynamoDbStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, RandomIdSource>();
        services.AddInstruments();
        services.AddOptionsWithValidateOnStart<DynamoDbOptions, DynamoDbOptionsValidator>().BindConfiguration(DynamoDbOptions.Section);
        services.AddSingleton<IAmazonDynamoDB>(provider => CreateClient(
            provider.GetRequiredService<IOptions<DynamoDbOptions>>().Value,
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<StoreMeter>()));
        services.AddSingleton<DynamoDbTables>();
        services.AddSingleton<DynamoDbCalls>();
        services.AddSingleton<IStorageProbe, DynamoDbProbe>();
        services.AddSingleton<IStoreFaults, DynamoDbFaults>();
        services.AddSingleton<IConversationLog, DynamoDbConversationLog>();
        services.TryAddSingleton(provider => new NodeName(provider.GetRequiredService<IIdSource>().NewId()));
        services.AddSingleton<DynamoDbDays>();
        services.AddSingleton<DynamoDbClearings>();
        services.AddSingleton<IOwedAnswers, DynamoDbOwedAnswers>();
        services.AddSingleton<IDayCounters, DynamoDbDayCounters>();
        services.AddSingleton<IInbox, DynamoDbInbox>();
        services.AddSingleton<IOrderStore, DynamoDbOrderStore>();
        services.AddSingleton<ICustomerStore, DynamoDbCustomerStore>();
        services.AddSingleton<IProductStore, DynamoDbProductStore>();
        return services.AddSingleton<IStaffAudit, DynamoDbStaffAudit>().AddSingleton<ICannedReplies, DynamoDbCannedReplies>();
    }

    /// <summary>
    /// A connection has 1 s, a reply 2 s, a call three tries: whoever asked hears within seconds that the store is away, and decides
    /// itself what to do about it.
    /// </summary>
    private static DynamoDbClient CreateClient(DynamoDbOptions options, IConfiguration environment, StoreMeter meter)
    {
        var config = new AmazonDynamoDBConfig
        {
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 2,
            Timeout = TimeSpan.FromSeconds(2),
            ConnectTimeout = TimeSpan.FromSeconds(1),
        };
        if (string.IsNullOrEmpty(options.ServiceUrl))
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
            return new DynamoDbClient(config, meter);
        }

        config.ServiceURL = options.ServiceUrl;
        config.AuthenticationRegion = options.Region;
        if (CredentialSettings.All(name => string.IsNullOrEmpty(environment[name])))
        {
            config.DefaultAWSCredentials = new BasicAWSCredentials("local", "local");
        }

        return new DynamoDbClient(config, meter);
    }
}
