using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Staff;

public sealed class OwnershipTests : IAsyncDisposable
{
    private static readonly SignedInStaff Sam = new("staff-1", "Sam");
    private static readonly SignedInStaff Priya = new("supervisor-1", "Priya", IsSupervisor: true);

    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Takings => ["take over", "hold", "reply", "assign"];

    [Theory]
    [MemberData(nameof(Takings))]
    public async Task Ownership_taken_while_the_assistant_thinks_stops_it_before_its_next_tool_and_its_next_word(string taking)
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Token);
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("I will ca", thinking);
        var id = await _desk.SayAsync("Cancel order CM-7890");
        var working = _desk.SettleAsync();
        await thinking.Task;

        await TakeAsync(taking, id);
        await working;

        Assert.Equal(
            (RunStatus.Cancelled, RunEndReason.TakenOver), EndOf(Assert.Single(_desk.EventsOf(id).OfType<RunEnded>())));
        Assert.Empty(_desk.EventsOf(id).OfType<AssistantSaid>());
        Assert.Empty(_desk.EventsOf(id).OfType<ToolRequested>());
        Assert.Equal(OrderStatus.Pending, _desk.Store["CM-7890"].Status);
    }

    [Theory]
    [MemberData(nameof(Takings))]
    public async Task Of_a_step_that_is_logged_nothing_more_is_carried_out_and_every_call_gets_its_outcome(string taking)
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Token);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}"""));
        string? id = null;
        _desk.Store.BeforeAppend = async entry =>
        {
            if (id is null && entry.Events[0].Event is ToolAnswered)
            {
                id = entry.ConversationId;
                await TakeAsync(taking, id);
            }
        };

        await _desk.SayAsync("Cancel order CM-7890");
        await _desk.SettleAsync();

        var answered = Assert.Single(_desk.EventsOf(id!).OfType<ToolAnswered>());
        Assert.False(answered.Changed);
        Assert.Contains("not_done", answered.Output, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Pending, _desk.Store["CM-7890"].Status);
        Assert.Null(_desk.StateOf(id!).Run);
        Assert.Single(_desk.Assistant.Asked);
    }

    [Fact]
    public async Task While_a_person_answers_the_assistant_is_not_asked_and_owes_nothing()
    {
        var id = await TakenOverAsync();

        await _desk.SayAsync("Are you there?", id);
        await _desk.SettleAsync();

        Assert.Single(_desk.Assistant.Asked);
        Assert.False(_desk.StateOf(id).OwesAnswer);
        Assert.Equal("Sam", _desk.StateOf(id).Answering?.Name);
    }

    [Fact]
    public async Task Handed_back_the_assistant_waits_for_the_customer()
    {
        var id = await TakenOverAsync();
        await _desk.SayAsync("Are you there?", id);
        await _desk.SettleAsync();

        await _desk.Staff.HandBackAsync(Sam, id, long.MaxValue, Token);
        await _desk.SettleAsync();
        Assert.Single(_desk.Assistant.Asked);

        _desk.Assistant.Says("Yes.");
        await _desk.SayAsync("And you?", id);
        await _desk.SettleAsync();
        Assert.Equal("Yes.", _desk.EventsOf(id).OfType<AssistantSaid>().Last().Text);
    }

    [Fact]
    public async Task Asked_to_continue_it_answers_what_is_open_and_knows_what_the_person_said()
    {
        var id = await TakenOverAsync();
        await _desk.Staff.ReplyAsync(Sam, id, "s-1", "It is on its way.", long.MaxValue, Token);
        await _desk.SayAsync("When will it come?", id);
        await _desk.SettleAsync();
        _desk.Assistant.Says("On Friday.");

        await _desk.Staff.ContinueAsync(Sam, id, long.MaxValue, Token);
        await _desk.SettleAsync();

        Assert.Equal("On Friday.", _desk.EventsOf(id).OfType<AssistantSaid>().Last().Text);
        Assert.Equal(Owner.Assistant, _desk.StateOf(id).Owner);
        Assert.Contains(_desk.Assistant.Asked.Last().Thread, item => item is Core.Assistant.DeskNote note && note.Text.Contains("It is on its way.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_that_is_sent_again_is_the_same_note()
    {
        var id = await TakenOverAsync();

        await _desk.Staff.NoteAsync(Sam, id, "n-1", "A regular.", Token);
        Assert.IsType<StaffDone>(await _desk.Staff.NoteAsync(Sam, id, "n-1", "A regular.", Token));

        Assert.Single(_desk.EventsOf(id).OfType<StaffNoted>());
    }

    [Fact]
    public async Task A_note_takes_no_ownership_and_no_assistant_reads_it()
    {
        _desk.Assistant.Says("Hello.").Says("Sure.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        await _desk.Staff.NoteAsync(Sam, id, "n-1", "A regular.", Token);
        await _desk.SayAsync("Can you help?", id);
        await _desk.SettleAsync();

        Assert.Equal(Owner.Assistant, _desk.StateOf(id).Owner);
        Assert.DoesNotContain("A regular.", string.Concat(_desk.Assistant.Asked.Last().Thread), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_take_over_at_the_same_moment_one_wins_and_the_other_is_told()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        var seen = _desk.StateOf(id).LastNumber;

        var both = await Task.WhenAll(
            _desk.Staff.TakeOverAsync(Sam, id, seen, Token), _desk.Staff.TakeOverAsync(Priya, id, seen, Token));

        Assert.Single(both.OfType<StaffDone>());
        Assert.Equal($"{_desk.StateOf(id).Answering!.Name} has just taken over.", Assert.Single(both.OfType<StaffRefused>()).Why);
        Assert.Single(_desk.EventsOf(id).OfType<StaffJoined>());
    }

    [Fact]
    public async Task A_deed_pressed_twice_is_done_once_and_a_hold_can_still_become_a_take_over()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();

        foreach (var taking in (string[])["hold", "hold", "take over", "take over", "hold"])
        {
            await TakeAsync(taking, id);
        }

        Assert.Single(_desk.EventsOf(id).OfType<AssistantHeld>());
        Assert.Single(_desk.EventsOf(id).OfType<StaffJoined>());
    }

    [Fact]
    public async Task A_reply_sent_twice_is_one_reply()
    {
        var id = await TakenOverAsync();

        await _desk.Staff.ReplyAsync(Sam, id, "s-1", "Hello, Ana.", long.MaxValue, Token);
        await _desk.Staff.ReplyAsync(Sam, id, "s-1", "Hello, Ana.", long.MaxValue, Token);

        Assert.Single(_desk.EventsOf(id).OfType<StaffSaid>());
    }

    [Fact]
    public async Task An_open_card_survives_a_take_over_and_staff_may_withdraw_it()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Token);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}""")).Says("Shall I?");
        var id = await _desk.SayAsync("What about my order?");
        await _desk.SettleAsync();
        var card = Assert.Single(_desk.StateOf(id).Actions).Action;
        await _desk.Staff.TakeOverAsync(Sam, id, _desk.StateOf(id).LastNumber, Token);
        Assert.Single(_desk.StateOf(id).Actions);

        Assert.IsType<StaffDone>(await _desk.Staff.WithdrawAsync(Sam, id, card, Token));

        Assert.Empty(_desk.StateOf(id).Actions);
        Assert.Equal(ActionResult.NotOpen, await _desk.Actions.ConfirmAsync(Desk.Ana, id, card, Token));
        Assert.IsType<StaffRefused>(await _desk.Staff.WithdrawAsync(Sam, id, card, Token));
    }

    [Fact]
    public async Task What_is_resolved_opens_again_with_the_customers_next_message()
    {
        var id = await TakenOverAsync();

        Assert.IsType<StaffDone>(await _desk.Staff.ResolveAsync(Sam, id, long.MaxValue, Token));
        Assert.True(_desk.StateOf(id).IsResolved);

        _desk.Assistant.Says("Welcome back.");
        await _desk.SayAsync("One more thing", id);
        await _desk.SettleAsync();
        Assert.False(_desk.StateOf(id).IsResolved);
        Assert.Equal("Welcome back.", _desk.EventsOf(id).OfType<AssistantSaid>().Last().Text);
    }

    [Fact]
    public async Task Whatever_staff_do_stands_in_the_audit_log()
    {
        var id = await TakenOverAsync();
        await _desk.Staff.ReplyAsync(Sam, id, "s-1", "Hello.", long.MaxValue, Token);
        await _desk.Staff.NoteAsync(Sam, id, "n-1", "Friendly.", Token);
        await _desk.Staff.AssignAsync(Sam, id, Priya, long.MaxValue, Token);
        await _desk.Staff.HandBackAsync(Priya, id, long.MaxValue, Token);
        await _desk.Staff.ResolveAsync(Priya, id, long.MaxValue, Token);
        await _desk.Staff.ReopenAsync(Sam, id, Token);
        await _desk.Staff.ContinueAsync(Sam, id, long.MaxValue, Token);
        await _desk.Staff.HoldAsync(Sam, id, long.MaxValue, Token);

        Assert.Equal(
            [
                ("staff-1", "took over"), ("staff-1", "replied"), ("staff-1", "noted"), ("staff-1", "assigned to supervisor-1"),
                ("supervisor-1", "handed back"), ("supervisor-1", "resolved"), ("staff-1", "reopened"),
                ("staff-1", "had the assistant continue"), ("staff-1", "held the assistant"),
            ],
            _desk.Audit.Entries.Select(entry => (entry.StaffId, entry.What)));
        Assert.All(_desk.Audit.Entries, entry => Assert.Equal((id, Desk.Ana.CustomerId), (entry.ConversationId, entry.CustomerId)));
    }

    [Fact]
    public async Task A_decision_on_a_change_stands_in_it_too_and_one_that_came_too_late_does_not()
    {
        await _desk.Store.AppendAsync(Entries.Entry("approval", 1, [.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.ToStaff]), Token);

        Assert.True(await _desk.Approvals.DecideAsync(Sam, "approval", SomeCards.Action, approved: false, "Worn.", Token));
        Assert.False(await _desk.Approvals.DecideAsync(Priya, "approval", SomeCards.Action, approved: true, "", Token));

        Assert.Equal(("staff-1", $"rejected “{SomeCards.Return.Title}”"), Assert.Single(_desk.Audit.Entries) is var entry ? (entry.StaffId, entry.What) : default);
    }

    [Fact]
    public async Task And_so_do_an_approval_and_a_card_that_was_withdrawn()
    {
        await _desk.Store.AppendAsync(Entries.Entry("approval", 1, [.. SomeCards.Asked(), SomeCards.Pressed, SomeCards.ToStaff]), Token);
        await _desk.Store.AppendAsync(Entries.Entry("open", 1, SomeCards.Asked()), Token);

        Assert.True(await _desk.Approvals.DecideAsync(Priya, "approval", SomeCards.Action, approved: true, "", Token));
        Assert.IsType<StaffDone>(await _desk.Staff.WithdrawAsync(Sam, "open", SomeCards.Action, Token));

        Assert.Equal(
            [("supervisor-1", $"approved “{SomeCards.Return.Title}”"), ("staff-1", $"withdrew “{SomeCards.Return.Title}”")],
            _desk.Audit.Entries.Select(entry => (entry.StaffId, entry.What)));
    }

    [Fact]
    public async Task What_is_empty_or_too_long_is_refused_and_so_is_what_is_about_no_conversation()
    {
        var id = await TakenOverAsync();

        Assert.IsType<StaffRefused>(await _desk.Staff.ReplyAsync(Sam, id, "s-1", " ", long.MaxValue, Token));
        Assert.IsType<StaffRefused>(await _desk.Staff.NoteAsync(Sam, id, "n-1", new string('x', StaffService.MaxLength + 1), Token));
        Assert.IsType<NoConversation>(await _desk.Staff.TakeOverAsync(Sam, "none", 0, Token));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<string> TakenOverAsync()
    {
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        Assert.IsType<StaffDone>(await _desk.Staff.TakeOverAsync(Sam, id, _desk.StateOf(id).LastNumber, Token));
        return id;
    }

    private async Task TakeAsync(string taking, string id) => Assert.IsType<StaffDone>(taking switch
    {
        "take over" => await _desk.Staff.TakeOverAsync(Sam, id, 0, Token),
        "hold" => await _desk.Staff.HoldAsync(Sam, id, 0, Token),
        "reply" => await _desk.Staff.ReplyAsync(Sam, id, "s-1", "Let me look.", long.MaxValue, Token),
        _ => await _desk.Staff.AssignAsync(Priya, id, Sam, long.MaxValue, Token),
    });

    private static (RunStatus, RunEndReason) EndOf(RunEnded ended) => (ended.Status, ended.Reason);
}
