using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Tests.Assistant.Hostile;

/// <summary>Too much, too deep, too often and of the wrong kind: every call is answered, every run ends, and little stays in the log.</summary>
public sealed class FloodTests : Attack
{
    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"CM-1\"")]
    [InlineData("{")]
    [InlineData("{\"orderId\":null,\"itemIds\":null,\"refundTo\":null}")]
    [InlineData("{\"orderId\":[\"CM-1\"],\"itemIds\":[\"lamp\"],\"refundTo\":\"credit_card_4242\"}")]
    [InlineData("{\"orderId\":\"CM-1\",\"itemIds\":[null],\"refundTo\":\"credit_card_4242\"}")]
    [InlineData("{\"orderId\":\"CM-1\",\"itemIds\":\"lamp\",\"refundTo\":\"credit_card_4242\"}")]
    [InlineData("{\"orderId\":\"CM-1\",\"itemIds\":[[\"lamp\"]],\"refundTo\":\"credit_card_4242\"}")]
    [InlineData("{\"orderId\":\"CM-1\",\"orderId\":\"CM-5\",\"itemIds\":[\"lamp\"],\"refundTo\":\"credit_card_4242\"}")]
    [InlineData("{\"orderId\":\"CM-1\",\"ORDERID\":\"CM-5\",\"itemIds\":[\"lamp\"],\"refundTo\":\"credit_card_4242\"}")]
    [InlineData("{\"orderId\":\"CM-1\",\"itemIds\":[\"\\ud800\"],\"refundTo\":\"credit_card_4242\"}")]
    [InlineData("{\"orderId\":\"CM-1\",\"itemIds\":[\"lamp\"],\"refundTo\":\"credit_card_4242\\u0000\"}")]
    public async Task Arguments_of_the_wrong_kind_are_answered_with_an_error(string arguments)
    {
        Assert.StartsWith("""{"outcome":"error",""", await AnswerAsync("return_items", arguments), StringComparison.Ordinal);
        Assert.DoesNotContain(Shop.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    [InlineData('漢', '漢')]
    [InlineData('\u0001', '"')]
    [InlineData('\ud83d', '\ude00')] // halves of a smiley
    public async Task Megabytes_and_depths_of_arguments_are_answered_with_an_error_and_leave_little_in_the_log(char first, char last)
    {
        var id = await CallAsync([.. Enumerable.Repeat(("get_order", new string(first, 1_000_000) + new string(last, 1_000_000)), 16)]);

        Assert.All(Answers(id), answer => Assert.StartsWith("""{"outcome":"error",""", answer.Output, StringComparison.Ordinal));
        Assert.True(Shop.StoredText(id).Length < 390 * 1024);
        Assert.DoesNotContain(Shop.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_call_id_that_repeats_or_is_empty_or_endless_still_gets_each_call_its_own_answer()
    {
        Shop.Assistant.Then(new ToolsRequired("",
        [
            new("", "get_order", WithOrder("CM-1")), new("", "get_order", WithOrder("CM-2")),
            new("x", "get_order", WithOrder("CM-3")), new("x", "get_order", WithOrder("CM-404")),
            new(new string('i', 1_000_000), "get_profile", "{}"),
        ])).Says("There.");
        var id = await Shop.SayAsync("Hello");
        await Shop.SettleAsync();

        Assert.Equal([0, 1, 2, 3, 4], Answers(id).Select(answer => answer.Index));
        Assert.Contains("CM-2", Answers(id)[1].Output, StringComparison.Ordinal);
        Assert.Equal(ToolOutput.OrderNotFound(), Answers(id)[3].Output);
        Assert.True(Shop.StoredText(id).Length < 64 * 1024);
    }

    [Theory]
    [InlineData("delete_order")]
    [InlineData("CANCEL_ORDER")]
    [InlineData("cancel_order ")]
    [InlineData("")]
    public async Task An_unknown_tool_is_answered_with_the_names_of_those_there_are(string name) => Assert.StartsWith(
        """{"outcome":"error","message":"There is no tool of that name.""", await AnswerAsync(name, WithOrder("CM-2")), StringComparison.Ordinal);

    [Fact]
    public async Task A_step_that_asks_for_too_much_ends_in_words_and_with_staff()
    {
        Shop.Assistant.Calls([.. Enumerable.Repeat(("get_profile", "{}"), 1_000)]);
        var id = await Shop.SayAsync("Hello");
        await Shop.SettleAsync();

        Assert.Equal((Owner.StaffQueue, null), (Shop.StateOf(id).Owner, Shop.StateOf(id).Run));
        Assert.Empty(Shop.EventsOf(id).OfType<ToolRequested>());
        Assert.Single(Shop.EventsOf(id).OfType<AssistantSaid>());
    }

    [Fact]
    public async Task A_model_that_calls_in_every_step_is_asked_eight_times_and_no_more()
    {
        for (var step = 0; step < 20; step++)
        {
            Shop.Assistant.Calls([.. Enumerable.Repeat(("list_orders", """{"status":null}"""), 16)]);
        }

        var id = await Shop.SayAsync("Hello");
        await Shop.SettleAsync();

        Assert.Equal(8, Shop.Assistant.Asked.Count);
        Assert.Equal(7 * 16, Answers(id).Count);
        Assert.Equal(Owner.StaffQueue, Shop.StateOf(id).Owner);
    }

    [Fact]
    public async Task Sixteen_calls_for_a_person_are_one_hand_over()
    {
        var id = await CallAsync([.. Enumerable.Repeat(("hand_off_to_staff", """{"reason":"Now.","summary":"All."}"""), 16)]);

        Assert.Equal(16, Answers(id).Count);
        Assert.Single(Shop.EventsOf(id).OfType<HandedToStaff>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_endless_answer_is_cut_off_however_it_arrives(bool inPieces)
    {
        var endless = new string('w', 1_000_000);
        Shop.Assistant.Then(inPieces ? [new TextPiece(endless), new Answered(endless)] : [new Answered(endless)]);
        var id = await Shop.SayAsync("Hello");
        await Shop.SettleAsync();

        Assert.Equal(RunStatus.Incomplete, Assert.Single(Shop.EventsOf(id).OfType<RunEnded>()).Status);
        Assert.True(Shop.StoredText(id).Length < 64 * 1024);
    }

    [Fact]
    public async Task Endless_words_before_a_call_are_cut_off_and_the_call_is_answered()
    {
        Shop.Assistant.Then(new ToolsRequired(new string('漢', 1_000_000), [new("c", "get_profile", "{}")])).Says("There.");
        var id = await Shop.SayAsync("Hello");
        await Shop.SettleAsync();

        Assert.Single(Answers(id));
        Assert.True(Shop.StoredText(id).Length < 64 * 1024);
    }
}
