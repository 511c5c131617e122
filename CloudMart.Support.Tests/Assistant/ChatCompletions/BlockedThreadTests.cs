using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.ChatServer;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

/// <summary>A filter blocks a whole thread for what once stood in it.</summary>
public sealed class BlockedThreadTests : ChatDesk
{
    private static readonly ThreadItem[] Thread =
    [
        Customer(1, "Something nobody should write."),
        Round(3, (new ToolCall("", "get_order", """{"orderId":"CM-1"}"""), """{"outcome":"found"}""")),
        new AssistantMessage(6, "I can't help with that."),
        Customer(7, "Where is CM-1?"),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_customer_is_answered_although_the_filter_blocks_what_they_wrote_before(bool streaming)
    {
        Options.Streaming = streaming;
        Server.Refuses(400, "content_filter", "blocked").Gives(streaming, Says("On its way."), Finish("stop"));

        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request(Thread), Stop)).Answered.Text);

        Assert.Equal((2, 0), (Server.Calls, Clock.Waits.Count));
        var sent = Server.Asked.Last().ToJsonString();
        Assert.DoesNotContain("Something nobody should write", sent, StringComparison.Ordinal);
        Assert.Contains("Where is CM-1?", sent, StringComparison.Ordinal);
        Assert.Contains("found: get_order", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_writes_it_again_is_refused_after_the_newest_turn_alone_was_blocked_too()
    {
        Server.Refuses(400, "content_filter", "blocked");

        Assert.Equal(StepFailure.Declined, (await Assistant.TakeAsync(Request(Thread), Stop)).Failed.Failure);

        Assert.Equal(2, Server.Calls);
    }
}
