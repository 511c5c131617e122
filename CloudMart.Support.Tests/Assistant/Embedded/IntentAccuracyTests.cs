using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>How well what people really wrote is understood; the tables are in the tests' output.</summary>
public sealed class IntentAccuracyTests(ITestOutputHelper output)
{
    private const double OutOfScopeCeiling = 0.03;

    private static readonly Dictionary<string, (double Floor, Intent[] Right)> Expected = new()
    {
        ["cancel_order"] = (0.95, [Intent.Cancel, Intent.CancelQuestion]),
        ["track_order"] = (0.95, [Intent.Track, Intent.Status, Intent.List]),
        ["delivery_period"] = (0.90, [Intent.Track, Intent.Status, Intent.DeliveryTimes]),
        ["contact_human_agent"] = (0.95, [Intent.Person]),
        ["contact_customer_service"] = (0.95, [Intent.Person]),
        ["place_order"] = (0.90, [Intent.PlaceOrder]),
        ["change_order"] = (0.90, [Intent.ChangeOrder, Intent.Exchange]),
        ["change_shipping_address"] = (0.90, [Intent.ChangeAddress]),
        ["set_up_shipping_address"] = (0.90, [Intent.ChangeAddress]),
        ["check_cancellation_fee"] = (0.90, [Intent.CancellationFee]),
        ["check_invoice"] = (0.90, [Intent.Invoice]),
        ["get_invoice"] = (0.90, [Intent.Invoice]),
        ["check_payment_methods"] = (0.90, [Intent.PaymentMethods]),
        ["payment_issue"] = (0.90, [Intent.PaymentProblem]),
        ["check_refund_policy"] = (0.90, [Intent.RefundPolicy, Intent.Refund]),
        ["track_refund"] = (0.90, [Intent.Refund]),
        ["get_refund"] = (0.75, [Intent.Refund, Intent.RefundPolicy, Intent.Return]), // a fifth of these says no such thing
        ["complaint"] = (0.90, [Intent.Complaint]),
        ["delivery_options"] = (0.90, [Intent.DeliveryOptions]),
        ["return_items"] = (0.85, [Intent.Return]),
        ["exchange_items"] = (0.85, [Intent.Exchange]),
        ["change_order_items"] = (0.85, [Intent.ChangeOrder, Intent.Exchange]),
        ["greet"] = (0.85, [Intent.Greeting]),
        ["thanks"] = (0.85, [Intent.Thanks]),
        ["goodbye"] = (0.85, [Intent.Goodbye]),
        ["affirm"] = (0.85, [Intent.Yes]),
        ["deny"] = (0.85, [Intent.No]),
        ["never_mind"] = (0.80, [Intent.NeverMind]), // "cancel" alone is asked back instead
        ["repeat"] = (0.85, [Intent.Repeat]),
        ["unsure"] = (0.85, [Intent.Unsure]),
        ["bot_challenge"] = (0.85, [Intent.WhoAreYou]),
        ["ask_capabilities"] = (0.85, [Intent.Capabilities]),
    };

    [Fact]
    public void What_people_write_to_a_shop_is_understood()
    {
        var table = SharedIntents.All().Where(line => Expected.ContainsKey(line.Intent)).GroupBy(line => line.Intent)
            .Select(lines => (Intent: lines.Key, Right: lines.Count(line => IsRight(line)), Count: lines.Count())).ToArray();
        foreach (var (intent, right, count) in table)
        {
            output.WriteLine($"{intent,-28}{right,5} of {count,4}{(double)right / count,9:P1}   at least {Expected[intent].Floor:P0}");
        }

        Assert.All(table, row => Assert.True(
            (double)row.Right / row.Count >= Expected[row.Intent].Floor, $"{row.Intent}: only {row.Right} of {row.Count} are understood."));
    }

    [Fact]
    public async Task What_is_not_for_a_shop_leads_to_no_order_tool()
    {
        var lines = SharedIntents.Read("out-of-scope.tsv");
        var misled = new List<string>();
        foreach (var line in lines)
        {
            var (calls, _) = await new EmbeddedChat(AnasOrders.All).SayAsync(line.Text);
            if (calls.Any(call => call != "hand_off_to_staff"))
            {
                misled.Add($"{line.Text} -> {string.Join(", ", calls)}");
            }
        }

        output.WriteLine($"{misled.Count} of {lines.Count} ({(double)misled.Count / lines.Count:P1}) led to an order tool:");
        misled.ForEach(output.WriteLine);
        Assert.True(misled.Count <= OutOfScopeCeiling * lines.Count, string.Join('\n', misled));
    }

    /// <summary>What is meant was read, and nothing else about an order: a message may ask more than its label says, but not that.</summary>
    private static bool IsRight((string Text, string Intent) line)
    {
        var intents = IntentReader.Read(line.Text).Select(reading => reading.Intent).ToArray();
        var right = Expected[line.Intent].Right;
        return intents.Any(right.Contains) && intents.All(intent => right.Contains(intent) || !intent.IsAboutAnOrder());
    }
}
