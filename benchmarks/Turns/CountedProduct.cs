using Amazon.DynamoDBv2;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Benchmarks.Turns;

/// <summary>The product within this process, where its calls of DynamoDB can be counted.</summary>
internal sealed class CountedProduct(IEnumerable<KeyValuePair<string, string?>> settings) : WebApplicationFactory<global::Program>
{
    private WriteUnits? _writes;
    private DynamoDbTraffic? _traffic;

    public WriteUnits Writes => _writes!;

    public DynamoDbTraffic Traffic => _traffic!;

    /// <summary>Waits until nothing is owed: an answer comes before its mark is cleared.</summary>
    public async Task SettledAsync(CancellationToken cancellationToken)
    {
        while ((await Services.GetRequiredService<IOwedAnswers>().ListAsync(DateTimeOffset.MaxValue, 1, cancellationToken)).Count > 0)
        {
            await Task.Yield();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            var client = services.Last(service => service.ServiceType == typeof(IAmazonDynamoDB)).ImplementationFactory!;
            services.AddSingleton(provider => DynamoDbTraffic.Over(
                WriteUnits.Over((IAmazonDynamoDB)client(provider), out _writes), out _traffic));
        });
    }
}
