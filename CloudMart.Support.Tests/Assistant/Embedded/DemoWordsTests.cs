using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

/// <summary>How customers of the demo shop say sizes, places in a list and reasons.</summary>
public sealed class DemoWordsTests
{
    [Theory]
    [InlineData("I want the rain jacket in size L instead", "7741-7")]
    [InlineData("exchange the rain jacket for an S", "7741-5")]
    [InlineData("exchange the rain jacket for a large one", "7741-7")]
    [InlineData("swap the rain jacket for one size bigger", "7741-7")]
    [InlineData("it's the rain jacket, I'd like to swap it for a small", "7741-5")]
    [InlineData("can I have the rain jacket in large?", "7741-7")]
    public async Task A_size_is_recognised_as_it_is_said(string message, string variant)
    {
        var (calls, _) = await DemoChat.Begin().SayAsync(message);

        Assert.Equal($"exchange_items CM-7791 7741-6>{variant} credit_card_4242", calls[^1]);
    }

    [Theory]
    [InlineData("3", "7741-7")]
    [InlineData("the third", "7741-7")]
    [InlineData("the last one", "7741-7")]
    [InlineData("navy L", "7741-7")]
    [InlineData("L", "7741-7")]
    [InlineData("small please", "7741-5")]
    public async Task A_variant_is_picked_by_its_place_or_its_options(string answer, string variant)
    {
        var chat = DemoChat.Begin();
        await chat.SayAsync("exchange the rain jacket");

        var (calls, _) = await chat.SayAsync(answer);

        Assert.Equal($"exchange_items CM-7791 7741-6>{variant} credit_card_4242", calls[^1]);
    }

    [Theory]
    [InlineData("cancel CM-7890, I ordered it by mistake", "ordered by mistake")]
    [InlineData("please cancel CM-7890, I don't need it anymore", "no longer needed")]
    [InlineData("cancel CM-7890 because I found it cheaper elsewhere", "I found it cheaper elsewhere")]
    [InlineData("I want to cancel CM-7890", null)]
    public async Task Why_an_order_is_canceled_is_passed_on(string message, string? reason)
    {
        var chat = DemoChat.Begin();

        await chat.SayAsync(message);

        var call = chat.Thread.OfType<Core.Assistant.ToolRound>().Single().Calls.Single().Call;
        Assert.Equal("cancel_order", call.Name);
        Assert.Equal(reason, System.Text.Json.JsonDocument.Parse(call.Arguments).RootElement.GetProperty("reason").GetString());
    }
}
