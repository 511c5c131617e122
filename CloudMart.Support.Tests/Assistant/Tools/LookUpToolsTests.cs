using System.Text;
using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Tools;

public sealed class LookUpToolsTests
{
    [Theory]
    [InlineData("get_order")]
    [InlineData("track_order")]
    public async Task A_shipped_order_is_found_with_its_tracking(string tool)
    {
        var shipped = CornerShop.Order(status: OrderStatus.Shipped) with
        {
            Shipment = new Shipment("UPS", "1Z84W60E0316752094", CornerShop.Noon, new DateOnly(2026, 11, 27)),
        };

        var found = await new ToolDesk(shipped).AskAsync(tool, """{"orderId":"7890"}""");

        Assert.Equal("found", found.GetProperty("outcome").GetString());
        Assert.Equal(
            """{"carrier":"UPS","trackingNumber":"1Z84W60E0316752094","shippedAt":"2026-11-20T12:00:00Z","expectedOn":"2026-11-27","deliveredAt":null}""",
            found.GetProperty("order").GetProperty("tracking").GetRawText());
    }

    [Theory]
    [InlineData("get_order")]
    [InlineData("track_order")]
    public async Task A_strangers_order_is_answered_byte_for_byte_like_a_missing_one(string tool)
    {
        var strangers = await new ToolDesk(CornerShop.Order()).DecideAsync(tool, """{"orderId":"CM-7890"}""", customer: CornerShop.Ben);
        var missing = await new ToolDesk().DecideAsync(tool, """{"orderId":"CM-7890"}""", customer: CornerShop.Ben);

        Assert.Equal("""{"outcome":"not_found","message":"The customer has no order of that number. Ask them to check it."}""", missing.Output);
        Assert.Equal(missing, strangers);
    }

    [Fact]
    public async Task After_the_money_went_back_the_order_still_says_how_it_was_paid()
    {
        var order = CornerShop.Order() with { Payments = [CornerShop.Paid(129m, "paypal_1", "PayPal"), CornerShop.Refunded(129m, "paypal_1", "PayPal")] };

        var found = await new ToolDesk(order).AskAsync("get_order", """{"orderId":"7890"}""");

        Assert.Equal("PayPal", found.GetProperty("order").GetProperty("payment").GetString());
    }

    [Fact]
    public async Task Orders_are_listed_newest_first_and_by_status()
    {
        var desk = new ToolDesk(
            CornerShop.Order("CM-1") with { PlacedAt = CornerShop.Noon.AddDays(-3) },
            CornerShop.Order("CM-2", OrderStatus.Shipped) with { PlacedAt = CornerShop.Noon.AddDays(-2) },
            CornerShop.Order("CM-3") with { PlacedAt = CornerShop.Noon.AddDays(-1) });

        Assert.Equal(["CM-3", "CM-2", "CM-1"], Ids(await desk.AskAsync("list_orders", """{"status":null}""")));
        Assert.Equal(["CM-3", "CM-2", "CM-1"], Ids(await desk.AskAsync("list_orders", "")));
        Assert.Equal(["CM-2"], Ids(await desk.AskAsync("list_orders", """{"status":"shipped"}""")));
        Assert.Empty(Ids(await desk.AskAsync("list_orders", "{}", customer: CornerShop.Ben)));
    }

    [Fact]
    public async Task A_long_list_is_cut_to_its_newest_and_says_that_there_is_more()
    {
        var orders = Enumerable.Range(0, 50).Select(i => CornerShop.Order($"CM-{i}") with { PlacedAt = CornerShop.Noon.AddHours(-i) });

        var output = (await new ToolDesk(orders).DecideAsync("list_orders", "{}")).Output;

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"CM-{i}"), Ids(ToolDesk.Read(output)));
        Assert.True(ToolDesk.Read(output).GetProperty("more").GetBoolean());
        Assert.InRange(Encoding.UTF8.GetByteCount(output), 1, 16 * 1024);
    }

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(30, 500)]
    public async Task No_order_makes_an_output_larger_than_its_bound(int orderCount, int itemCount)
    {
        var line = new OrderLine(new string('i', 5000), new string('\u0001', 5000), 1m, string.Concat(Enumerable.Repeat("🧦", 5000)));
        var orders = Enumerable.Range(0, orderCount).Select(i => CornerShop.Order($"CM-{i}") with { Items = [.. Enumerable.Repeat(line, itemCount)] });
        var desk = new ToolDesk(orders);

        var listed = (await desk.DecideAsync("list_orders", "{}")).Output;
        var one = (await desk.DecideAsync("get_order", """{"orderId":"CM-0"}""")).Output;

        Assert.All([listed, one], output => Assert.InRange(Encoding.UTF8.GetByteCount(output), 1, 16 * 1024));
        Assert.NotEmpty(Ids(ToolDesk.Read(listed)));
        Assert.Equal(itemCount, ToolDesk.Read(one).GetProperty("order").GetProperty("moreItems").GetInt32());
    }

    [Fact]
    public async Task Items_beyond_the_first_twenty_are_counted()
    {
        var order = CornerShop.Order() with { Items = [.. Enumerable.Range(0, 25).Select(i => new OrderLine($"{i}", "Sock", 1m))] };

        var found = (await new ToolDesk(order).AskAsync("get_order", """{"orderId":"CM-7890"}""")).GetProperty("order");

        Assert.Equal((20, 5), (found.GetProperty("items").GetArrayLength(), found.GetProperty("moreItems").GetInt32()));
    }

    [Fact]
    public void The_page_is_told_what_is_being_done()
    {
        var catalogue = new ToolDesk().Catalogue;

        Assert.Equal("Checking CM-7890…", catalogue.Doing(new ToolCall("", "get_order", """{"orderId":"7890"}""")));
        Assert.Equal("Checking CM-7890…", catalogue.Doing(new ToolCall("", "track_order", """{"orderId":"7890"}""")));
        Assert.Equal("Canceling CM-7890…", catalogue.Doing(new ToolCall("", "cancel_order", """{"orderId":"cm-7890"}""")));
        Assert.Equal("Canceling an order…", catalogue.Doing(new ToolCall("", "cancel_order", """{"orderId":"<script>"}""")));
        Assert.Equal("Canceling an order…", catalogue.Doing(new ToolCall("", "cancel_order", """{"orderId":[1]}""")));
        Assert.Equal("Looking up your orders…", catalogue.Doing(new ToolCall("", "list_orders", "{}")));
        Assert.Equal("Working on it…", catalogue.Doing(new ToolCall("", "multi_tool_use.parallel", "[")));
    }

    private static IEnumerable<string?> Ids(JsonElement list) =>
        list.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("orderId").GetString());
}
