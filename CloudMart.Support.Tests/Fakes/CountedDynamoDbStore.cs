using Amazon.DynamoDBv2;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The store over DynamoDB Local, with the bill.</summary>
public sealed class CountedDynamoDbStore(DynamoDbLocal local) : DynamoDbStore(local)
{
    private WriteUnits? _units;

    public WriteUnits Units => _units!;

    protected override void Alter(IServiceCollection collection) =>
        Decorate<IAmazonDynamoDB>(collection, (client, _) => WriteUnits.Over(client, out _units));
}
