using CloudMart.Support.Core.Assistant.Embedded.Language;
using CloudMart.Support.Core.Assistant.Embedded.Memory;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>
/// How well what people really wrote is understood; the tables are in the tests' output. A message is right when it was read as one of
/// the intents below, as nothing else that is about an order, and when that led to a tool, a help article, a hand-over or a question.
/// Which tool or article an intent leads to is what the script tests hold it to.
/// </summary>
[Trait("Needs", "Time")]
public sealed class IntentAccuracyTests(ITestOutputHelper output)
{
    private const double OutOfScopeCeiling = 0.03;

    /// <summary>Of so few, one more or less says nothing about the label.</summary>
    private const int Few = 10;

    /// <summary>What a support manager would agree with, and how much of it has to be reached.</summary>
    private static readonly Dictionary<string, (double Floor, Intent[] Right)> Expected = new()
    {
        ["cancel_order"] = (0.95, [Intent.Cancel, Intent.CancelQuestion]),
        ["track_order"] = (0.95, [Intent.Track, Intent.Status, Intent.List]),
        ["delivery_period"] = (0.90, [Intent.Track, Intent.Status, Intent.DeliveryTimes]), // where it is, or the article
        ["contact_human_agent"] = (0.95, [Intent.Person]),
        ["contact_customer_service"] = (0.95, [Intent.Person]),
        ["place_order"] = (0.90, [Intent.PlaceOrder]), // a person is offered: nothing is sold in a conversation
        ["change_order"] = (0.90, [Intent.ChangeOrder, Intent.Exchange]),
        ["change_shipping_address"] = (0.90, [Intent.ChangeAddress]),
        ["set_up_shipping_address"] = (0.90, [Intent.ChangeAddress]),
        ["check_cancellation_fee"] = (0.90, [Intent.CancellationFee]),
        ["check_invoice"] = (0.90, [Intent.Invoice]), // a person is offered
        ["get_invoice"] = (0.90, [Intent.Invoice]),
        ["check_payment_methods"] = (0.90, [Intent.PaymentMethods]),
        ["payment_issue"] = (0.90, [Intent.PaymentProblem]), // a person is offered
        ["check_refund_policy"] = (0.90, [Intent.RefundPolicy]),
        ["track_refund"] = (0.85, [Intent.RefundStatus, Intent.RefundPolicy]), // where it is, or the article on how long it takes

        // Which order the money is for, the article, or the act that gives money back: people also call canceling a purchase so.
        ["get_refund"] =
            (0.85, [Intent.Refund, Intent.RefundPolicy, Intent.ReturnPolicy, Intent.Return, Intent.Cancel, Intent.CancelQuestion]),
        ["complaint"] = (0.90, [Intent.Complaint]), // a person is offered
        ["delivery_options"] = (0.90, [Intent.DeliveryOptions]),
        ["return_items"] = (0.85, [Intent.Return]),
        ["exchange_items"] = (0.85, [Intent.Exchange, Intent.ChangeOrder]), // both change or exchange items, by the order's status
        ["change_order_items"] = (0.85, [Intent.ChangeOrder, Intent.Exchange]),
        ["greet"] = (0.85, [Intent.Greeting]),
        ["thanks"] = (0.85, [Intent.Thanks]),
        ["goodbye"] = (0.85, [Intent.Goodbye]),
        ["affirm"] = (0.85, [Intent.Yes]),
        ["deny"] = (0.85, [Intent.No]),
        ["never_mind"] = (0.85, [Intent.NeverMind]), // "cancel" alone is asked back instead
        ["repeat"] = (0.85, [Intent.Repeat]),
        ["unsure"] = (0.85, [Intent.Unsure]),
        ["bot_challenge"] = (0.85, [Intent.WhoAreYou]),
        ["ask_capabilities"] = (0.85, [Intent.Capabilities]),
    };

    private static readonly HashSet<string> OrderTools =
    [
        "list_orders", "get_order", "track_order", "cancel_order", "change_items", "return_items", "exchange_items",
        "change_shipping_address", "change_default_address", "change_payment_method",
    ];

    [Theory]
    [InlineData("order-support.tsv", 0.90)]
    [InlineData("tau-requests.tsv", 0.85)]
    [InlineData("banking77-refund.tsv", 0.85)]
    [InlineData("dialog-acts.tsv", 0.85)]
    public async Task What_people_write_is_understood(string file, double floor)
    {
        var judged = new List<(string Text, string Intent, bool IsRight)>();
        foreach (var (text, intent) in SharedIntents.Read(file).Where(line => Expected.ContainsKey(line.Intent)))
        {
            judged.Add((text, intent, await IsRightAsync(text, intent)));
        }

        // Two halves by the text itself: one to learn from, one to measure by.
        foreach (var half in judged.GroupBy(line => Half(line.Text)).OrderBy(half => half.Key))
        {
            output.WriteLine($"{file}, half {half.Key}: {Share(half)} of {half.Count()}");
        }

        var table = judged.GroupBy(line => line.Intent).OrderBy(lines => lines.Key, StringComparer.Ordinal).ToArray();
        foreach (var lines in table)
        {
            var right = $"{lines.Count(line => line.IsRight),5} of {lines.Count(),4}   {Share(lines),7}";
            output.WriteLine($"{lines.Key,-28}{right}   at least {FloorOf(lines.Key, lines.Count(), floor):P0}");
        }

        foreach (var wrong in judged.Where(line => !line.IsRight))
        {
            output.WriteLine($"  {wrong.Intent}: {wrong.Text}");
        }

        Assert.True(judged.Average(Right) >= floor, $"{file}: only {Share(judged)} are understood.");
        Assert.All(table, lines => Assert.True(
            lines.Average(Right) >= FloorOf(lines.Key, lines.Count(), floor), $"{lines.Key}: only {Share(lines)} are understood."));
    }

    [Fact]
    public async Task What_is_not_for_a_shop_leads_to_no_order_tool()
    {
        var lines = SharedIntents.Read("out-of-scope.tsv");
        var misled = new List<string>();
        foreach (var line in lines)
        {
            var (calls, _) = await new EmbeddedChat(AnasOrders.All).SayAsync(line.Text);
            if (calls.Any(call => OrderTools.Contains(call.Split(' ')[0])))
            {
                misled.Add($"{line.Text} -> {string.Join(", ", calls)}");
            }
        }

        output.WriteLine($"{misled.Count} of {lines.Count} ({(double)misled.Count / lines.Count:P1}) led to an order tool:");
        misled.ForEach(output.WriteLine);
        Assert.True(misled.Count <= OutOfScopeCeiling * lines.Count, string.Join('\n', misled));
    }

    private static double FloorOf(string label, int count, double floorOfFile) =>
        count < Few ? floorOfFile - 0.2 : Expected[label].Floor;

    private static double Right((string Text, string Intent, bool IsRight) line) => line.IsRight ? 1 : 0;

    private static string Share(IEnumerable<(string Text, string Intent, bool IsRight)> lines) => $"{lines.Average(Right):P1}";

    private static int Half(string text) => text.Sum(letter => letter) % 2;

    /// <summary>It was read, and nothing else about an order was: a message may ask more than its label says, but not that.</summary>
    private static async Task<bool> IsRightAsync(string text, string label)
    {
        var intents = IntentReader.Read(text).Select(reading => reading.Intent).ToArray();
        var right = Expected[label].Right;
        var isRead = intents.Any(right.Contains)
            && intents.All(intent => right.Contains(intent) || !(intent.IsAboutAnOrder() || intent.IsAChange()));
        if (!isRead || !right[0].IsBusiness())
        {
            return isRead;
        }

        var (calls, words) = await new EmbeddedChat(AnasOrders.WithBoots).SayAsync(text);
        return calls.Length > 0 || Question.ReadFrom(words) is not null;
    }
}
