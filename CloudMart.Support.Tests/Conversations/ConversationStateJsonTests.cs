using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Conversations;

public sealed class ConversationStateJsonTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 10, 0, 0, 123, TimeSpan.Zero);

    private static readonly Conversation State = Conversation.Empty("c-1").Apply(
    [
        new(1, At, new CustomerSaid("customer-1", "m-1", "Where is CM-1? Ünïcödé \U0001F600")),
        new(2, At, new RunStarted("r-1", "k-1")),
        new(3, At, new ToolRequested("r-1", "", [new("", "get_order", "{}"), new("call_2", "get_order", "{")], "provider", new(10, 2), At.AddMinutes(9))),
        new(4, At, new ToolAnswered("r-1", 3, 0, "{}", Changed: true)),
        new(5, At, new RunStopRequested("r-1")),
        new(6, At, new HandedToStaff("Asked", "All")),
        new(7, At, new ActionProposed(new(3, 1), "cancel_order", "{}", new("Cancel CM-1", "Cancel CM-1", "Keep order", [], "CM-1"), At.AddMinutes(15))),
        new(8, At, new ActionConfirmed(new(3, 1), "customer-1")),
    ]);

    [Fact]
    public void A_state_is_read_back_as_it_was_written() =>
        Assert.Equivalent(State, ConversationStateJson.Read("c-1", ConversationStateJson.Write(State)), strict: true);

    [Fact]
    public void Who_only_holds_the_assistant_is_nobody_to_the_customer_after_the_state_was_stored_either()
    {
        var held = State.Apply(new RecordedEvent(9, At, new AssistantHeld("staff-1", "Sam")));
        Assert.Equal(held.Answering, ConversationStateJson.Read("c-1", ConversationStateJson.Write(held)).Answering);
        Assert.False(held.Answering!.IsShown);
    }

    [Fact]
    public void Every_property_of_the_state_can_be_stored() => // what can't be set would be lost in silence
        Assert.All(
            typeof(Conversation).GetProperties().Concat(typeof(LiveRun).GetProperties()).Concat(typeof(PendingAction).GetProperties()).Where(property => property.SetMethod is null),
            property => Assert.Contains(property.Name, new[] { nameof(Conversation.OwesAnswer), nameof(Conversation.DueAction), nameof(Conversation.Attention), nameof(Conversation.IsWithStaff), nameof(LiveRun.Status), nameof(PendingAction.IsDue) }));

    [Fact]
    public void Without_a_stored_state_the_conversation_is_folded_from_its_beginning() =>
        Assert.Equal(0, ConversationStateJson.Read("c-1", null).LastNumber);

    [Fact]
    public void A_state_that_a_release_with_another_fold_stored_is_not_trusted()
    {
        var stored = ConversationStateJson.Write(State).Replace($$"""{"v":{{ConversationStateJson.Version}},""", """{"v":0,""", StringComparison.Ordinal);
        Assert.Equal(0, ConversationStateJson.Read("c-1", stored).LastNumber);
    }
}
