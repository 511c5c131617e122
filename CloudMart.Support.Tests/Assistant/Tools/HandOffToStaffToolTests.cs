using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Tools;

public sealed class HandOffToStaffToolTests
{
    private const string Arguments = """{"reason":"Wants a person","summary":"Asked for a return of CM-7820."}""";

    [Fact]
    public async Task The_hand_over_is_recorded_with_its_reason_and_summary()
    {
        var decision = await new ToolDesk().DecideAsync("hand_off_to_staff", Arguments);

        Assert.Equal("handed_off", ToolDesk.Outcome(decision));
        Assert.Equal(new HandedToStaff("Wants a person", "Asked for a return of CM-7820.\nAsked: hello", HandOverCause.AssistantAsked), decision.AlsoRecord);
        Assert.Null(decision.Change);
    }

    [Fact]
    public async Task While_it_waits_for_staff_it_is_not_handed_over_again()
    {
        var waiting = CornerShop.Conversation(new CustomerSaid("customer-1", "m1", "a person please"), new HandedToStaff("r", "s"));

        var decision = await new ToolDesk().DecideAsync("hand_off_to_staff", Arguments, waiting);

        Assert.Equal("handed_off", ToolDesk.Outcome(decision));
        Assert.Null(decision.AlsoRecord);
    }

    [Fact]
    public async Task A_summary_without_end_is_an_error_that_names_it()
    {
        var decision = await new ToolDesk().DecideAsync("hand_off_to_staff", $$"""{"reason":"r","summary":"{{new string('x', 2001)}}"}""");

        Assert.Equal("error", ToolDesk.Outcome(decision));
        Assert.Contains("summary", decision.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Null(decision.AlsoRecord);
    }
}
