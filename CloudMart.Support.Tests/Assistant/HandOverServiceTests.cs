using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant;

public sealed class HandOverServiceTests : IAsyncDisposable
{
    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_customer_asks_for_a_person_and_staff_get_the_packet_from_the_log()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Where is my skillet?");
        await _desk.SettleAsync();

        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-1", Token);

        Assert.Equal(Owner.StaffQueue, _desk.StateOf(id).Owner);
        Assert.Equal(new HandedToStaff("Asked for a person.", "Asked: Where is my skillet?", HandOverCause.CustomerAsked), _desk.EventsOf(id)[^1]);
    }

    [Fact]
    public async Task A_live_run_stops_at_its_next_safe_point_and_says_nothing_more()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("Let me th", thinking);
        var id = await _desk.SayAsync("Hi");
        var working = _desk.SettleAsync();
        await thinking.Task;

        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-1", Token);
        await working;

        Assert.Equal(RunEndReason.StoppedByCustomer, Assert.Single(_desk.EventsOf(id).OfType<RunEnded>()).Reason);
        Assert.Equal(Owner.StaffQueue, _desk.StateOf(id).Owner);
        Assert.False(_desk.StateOf(id).OwesAnswer);
    }

    [Fact]
    public async Task While_somebody_only_holds_the_assistant_the_customer_can_still_ask_for_a_person()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        await _desk.Staff.HoldAsync(StaffBrowser.Sam, id, long.MaxValue, Token);
        Assert.False(_desk.StateOf(id).IsWithStaff);

        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-1", Token);

        Assert.Equal((Owner.StaffQueue, null), (_desk.StateOf(id).Owner, _desk.StateOf(id).Answering));
    }

    [Fact]
    public async Task Who_began_by_asking_for_a_person_and_goes_back_to_the_assistant_is_asked_nothing_and_not_handed_over_again()
    {
        var kept = Assert.IsType<MessageKept>(await _desk.HandOvers.AskForPersonAsync(Desk.Ana, null, "press-1", Token));
        var id = kept.Conversation.State.Id;
        await _desk.SettleAsync();

        await _desk.Conversations.ReturnToAssistantAsync(Desk.Ana, id, Token);
        await _desk.SettleAsync();

        Assert.Equal((Owner.Assistant, false, null), (_desk.StateOf(id).Owner, _desk.StateOf(id).OwesAnswer, _desk.StateOf(id).WaitingSince));
        Assert.Empty(_desk.Assistant.Asked);

        _desk.Assistant.Says("It is on its way.");
        await _desk.SayAsync("Where is my skillet?", id);
        await _desk.SettleAsync();
        Assert.Equal("Where is my skillet?", Assert.IsType<CustomerMessage>(Assert.Single(_desk.Assistant.Asked.Single().Thread)).Text);
    }

    [Fact]
    public async Task Where_staff_have_the_assistant_go_on_with_that_wish_it_knows_of_it()
    {
        var kept = Assert.IsType<MessageKept>(await _desk.HandOvers.AskForPersonAsync(Desk.Ana, null, "press-1", Token));
        var id = kept.Conversation.State.Id;
        _desk.Assistant.Says("How can I help until then?");

        await _desk.Staff.ContinueAsync(StaffBrowser.Sam, id, long.MaxValue, Token);
        await _desk.SettleAsync();

        Assert.IsType<CustomerMessage>(Assert.Single(_desk.Assistant.Asked.Single().Thread));
    }

    [Fact]
    public async Task Whose_question_is_open_when_they_go_back_gets_its_answer()
    {
        var id = await _desk.SayAsync("Where is my skillet?");
        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-1", Token);
        await _desk.SettleAsync();

        _desk.Assistant.Says("It is on its way.");
        await _desk.Conversations.ReturnToAssistantAsync(Desk.Ana, id, Token);
        await _desk.SettleAsync();

        Assert.Equal("It is on its way.", Assert.Single(_desk.EventsOf(id).OfType<AssistantSaid>()).Text);
    }

    [Fact]
    public async Task Also_where_the_assistant_was_at_it_when_they_asked_for_a_person()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("Let me", thinking);
        var id = await _desk.SayAsync("Where is my skillet?");
        var working = _desk.SettleAsync();
        await thinking.Task;
        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-1", Token);
        await working;

        _desk.Assistant.Says("It is on its way.");
        await _desk.Conversations.ReturnToAssistantAsync(Desk.Ana, id, Token);
        await _desk.SettleAsync();

        Assert.Equal("It is on its way.", _desk.EventsOf(id).OfType<AssistantSaid>().Last().Text);
    }

    [Fact]
    public async Task And_where_staff_had_held_the_assistant()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("Let me", thinking);
        var id = await _desk.SayAsync("Where is my skillet?");
        var working = _desk.SettleAsync();
        await thinking.Task;
        await _desk.Staff.HoldAsync(StaffBrowser.Sam, id, long.MaxValue, Token);
        await working;
        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-1", Token);

        _desk.Assistant.Says("It is on its way.");
        await _desk.Conversations.ReturnToAssistantAsync(Desk.Ana, id, Token);
        await _desk.SettleAsync();

        Assert.Equal("It is on its way.", Assert.Single(_desk.EventsOf(id).OfType<AssistantSaid>()).Text);
    }

    [Fact]
    public async Task Asked_again_nothing_changes()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-1", Token);
        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-2", Token);

        Assert.Single(_desk.EventsOf(id).OfType<HandedToStaff>());
    }

    [Fact]
    public async Task What_was_resolved_waits_for_a_person_again()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        await _desk.Staff.ResolveAsync(StaffBrowser.Sam, id, long.MaxValue, Token);

        await _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, "press-1", Token);

        Assert.False(_desk.StateOf(id).IsResolved);
        Assert.Equal(InboxSection.Attention, _desk.StateOf(id).Place!.Section);
    }

    [Fact]
    public async Task Who_begins_so_too_often_has_to_wait_like_with_any_message()
    {
        SayResult result;
        var press = 0;
        do
        {
            result = await _desk.HandOvers.AskForPersonAsync(Desk.Ana, null, $"press-{++press}", Token);
        }
        while (result is MessageKept && press < 1_000);

        Assert.IsType<TooManyMessages>(result);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
