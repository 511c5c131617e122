using Amazon.DynamoDBv2;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The store over DynamoDB Local as AWS's own can be on a bad day, used as every caller has to: what may pass is tried again.</summary>
public sealed class FaultyDynamoDbStore(DynamoDbLocal local) : DynamoDbStore(local)
{
    private const int Seed = 20261123;

    private FaultyDynamoDb? _faulty;

    /// <summary>What went wrong so far, by kind.</summary>
    public IReadOnlyDictionary<string, int> Faults => _faulty!.Faults;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _faulty?.Begin();
    }

    protected override void Alter(IServiceCollection collection)
    {
        Decorate<IAmazonDynamoDB>(collection, (client, _) => FaultyDynamoDb.Over(client, Seed, out _faulty));
        Decorate<IConversationLog>(collection, Patient);
        Decorate<IOwedAnswers>(collection, Patient);
        Decorate<IDayCounters>(collection, Patient);
        Decorate<IInbox>(collection, Patient);
        Decorate<IOrderStore>(collection, Patient);
        Decorate<ICustomerStore>(collection, Patient);
        Decorate<IProductStore>(collection, Patient);
    }

    private static T Patient<T>(T port, IServiceProvider services)
        where T : class => PatientCaller.Of(port, services.GetRequiredService<IStoreFaults>());
}
