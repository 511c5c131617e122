using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Storage;

[Trait("Needs", "DynamoDB")]
public sealed class DynamoDbUnitsTests(DynamoDbStore store) : IClassFixture<DynamoDbStore>
{
    [Fact]
    public async Task What_calls_consumed_is_counted_by_operation_and_table()
    {
        var id = NewConversation();
        var stop = TestContext.Current.CancellationToken;
        using var heard = new HeardMeasurements(store.Get<IMeterFactory>());

        Assert.True(await store.Log.AppendAsync(Entry(id, 1, Said("Hi")), stop));
        Assert.NotNull(await store.Log.ReadAsync(id, 1, stop));
        Assert.Null(await store.Orders.FindAsync("CM-1", stop));

        var units = heard.Of("cloudmart.dynamodb.units");
        Assert.Contains(units, each => Regex.IsMatch(each.Tags, "^db.operation.name=GetItem db.collection.name=.*Orders$"));
        Assert.Contains(units, each => each.Tags.EndsWith("Conversations", StringComparison.Ordinal));
        Assert.All(units, each => Assert.True(each.Value > 0, each.Tags));
    }
}
