using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Storage;

[Trait("Needs", "DynamoDB")]
public sealed class WriteUnitsTests(CountedDynamoDbStore store) : IClassFixture<CountedDynamoDbStore>
{
    private readonly string _id = Guid.NewGuid().ToString("N");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_turn_that_cancels_an_order_costs_fourteen_write_units_and_two_more_where_it_begins_the_conversation()
    {
        Assert.Equal(16, await TurnAsync(first: 1, opened: null, [4, 1, 1, 4, 1, 5]));
        Assert.Equal(14, await TurnAsync(first: 7, opened: null, [2, 1, 1, 4, 1, 5]));
    }

    [Fact]
    public async Task A_thread_that_is_opened_at_the_provider_costs_one_more() =>
        Assert.Equal(17, await TurnAsync(first: 1, opened: """{"thread":"thread_abcdefghijklmnopqrstuvwx"}""", [4, 1, 1, 1, 4, 1, 5]));

    [Fact]
    public async Task The_head_of_a_conversation_that_has_been_going_on_for_long_is_still_written_for_one_unit()
    {
        var said = Enumerable.Range(1, 12).Select(n => (ConversationEvent)new CustomerSaid("customer-1", Guid.NewGuid().ToString(), new string('x', 200)));
        var state = Conversation.Empty(_id).Apply(Entry(_id, 1, [.. said]).Events) with
        {
            AnsweredThrough = 12, Usage = new(123_456, 12_345), ProviderState = "thread_abcdefghijklmnopqrstuvwx",
        };
        Assert.True(await store.Owed.ClearAsync(await MarkAsync(), state, Stop));
        store.Units.Clear();

        await MarkAsync(); // on top of the state: the index entry is the second unit
        var head = await store.Get<IAmazonDynamoDB>().GetItemAsync(
            store.Get<DynamoDbTables>().Conversations, DynamoDbEntries.Key(_id, DynamoDbEntries.Head), Stop);
        Assert.InRange(ItemSize.Of(head.Item), 600, 1024);
        Assert.Equal(2, store.Units.Total);
    }

    [Fact]
    public async Task A_refused_append_costs_a_unit_too()
    {
        await store.Log.AppendAsync(Entry(_id, 1, Said("first")), Stop);
        store.Units.Clear();
        Assert.False(await store.Log.AppendAsync(Entry(_id, 1, Said("second")), Stop));
        Assert.Equal(1, store.Units.Total);
    }

    [Fact]
    public void An_item_is_as_large_as_AWS_counts_it()
    {
        var item = new Dictionary<string, AttributeValue>
        {
            ["id"] = new("é"), // 2 + 2
            ["n"] = new() { N = "183.95" }, // 1 + 4
            ["list"] = new() { L = [new("ab"), new() { M = new() { ["k"] = new("v") } }] }, // 4 + 3 + (2 + 1) + (3 + 1 + 1 + 1 + 1)
        };
        Assert.Equal(4 + 5 + 17, ItemSize.Of(item));
    }

    [Fact]
    public async Task A_canceled_order_of_two_lines_still_fits_into_a_kilobyte()
    {
        var order = SomeOrders.Cancel(SomeOrders.Pending("CM-7890"), $"{_id}/10/0").Order!.After;
        await store.Orders.AddMissingAsync([order], Stop);
        var item = await store.Get<IAmazonDynamoDB>().GetItemAsync(
            store.Get<DynamoDbTables>().Orders, new() { ["orderId"] = new(order.OrderId) }, Stop);
        Assert.InRange(ItemSize.Of(item.Item), 600, 1024);
    }

    private async Task<int> TurnAsync(long first, string? opened, int[] expected)
    {
        store.Clock.Shift(At - store.Clock.GetUtcNow()); // the mark is of the message's day: over midnight an index moves as well
        var order = SomeOrders.Pending(SomeOrders.NewOrderId());
        await store.Orders.AddMissingAsync([order], Stop);
        store.Units.Clear();

        var run = Guid.NewGuid().ToString("N");
        var mark = await MarkAsync();
        await AppendAsync(
            first,
            new CustomerSaid("customer-1", Guid.NewGuid().ToString(), "Cancel order CM-7890"),
            new RunStarted(run, Guid.NewGuid().ToString("N")));
        var asked = first + 2;
        if (opened is not null)
        {
            await AppendAsync(asked++, new ProviderThreadOpened(run, opened));
        }

        await AppendAsync(asked, new ToolRequested(
            run, "", [new("call_abcdefghijklmnopqrstuvwx", "cancel_order", """{"orderId":"CM-7890"}""")], null, new(812, 21)));
        var receipt = new Receipt(
            ReceiptKind.Done, "CM-7890", "CM-7890 canceled", ["Wireless headphones", "Desk lamp"], 183.95m, "Visa ending in 4242, in 5 to 7 business days");
        Assert.Equal(CommitResult.Committed, await store.Orders.CommitAsync(
            SomeOrders.Cancel(order, $"{_id}/{asked}/0"),
            Entry(_id, asked + 1, new ToolAnswered(run, asked, 0, """{"orderId":"CM-7890","status":"canceled","refund":183.95}""", true, receipt)),
            Stop));
        await AppendAsync(
            asked + 2, new AssistantSaid(run, "I canceled order CM-7890.", Usage: new(900, 40)), new RunEnded(run, RunStatus.Completed));
        Assert.True(await store.Owed.ClearAsync(mark, (await store.Log.ReadAsync(_id, 50, Stop))!.State, Stop));

        Assert.Equal(expected, store.Units.Writes.Select(write => write.Units));
        return store.Units.Total;
    }

    private Task<OwedMark> MarkAsync() => store.Owed.MarkAsync(_id, "customer-1", "node-1", Stop);

    private async Task AppendAsync(long number, params ConversationEvent[] events) =>
        Assert.True(await store.Log.AppendAsync(Entry(_id, number, events), Stop));
}
