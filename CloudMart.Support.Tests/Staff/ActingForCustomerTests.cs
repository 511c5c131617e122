using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Staff;

public sealed class ActingForCustomerTests : IAsyncDisposable
{
    private const string Order = """{"orderId":"CM-7890","reason":null}""";

    private static readonly SignedInStaff Sam = StaffBrowser.Sam;
    private static readonly SignedInStaff Priya = StaffBrowser.Priya;

    private decimal? _limit;
    private readonly Desk _desk;

    public ActingForCustomerTests() => _desk = new(services => services.Configure<ApprovalOptions>(options => options.RefundAbove = _limit));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_carried_out_by_the_worker_once_and_stands_in_the_history_and_the_audit_log_under_the_members_id()
    {
        var id = await WithOrderAsync();

        Assert.IsType<StaffDone>(await ActAsync(Sam, id));
        Assert.Equal(OrderStatus.Pending, _desk.Store["CM-7890"].Status);
        await _desk.SettleAsync();

        Assert.Equal(OrderStatus.Canceled, _desk.Store["CM-7890"].Status);
        Assert.Equal(("cancel_order", "staff-1"), Assert.Single(_desk.Store["CM-7890"].History) is var deed ? (deed.Act, deed.By) : default);
        var acted = _desk.Store.EventsOf(id).Single(recorded => recorded.Event is StaffActed);
        var ended = Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>());
        Assert.Equal((new ActionId(acted.Number, 0), OperationEnding.Done, "CM-7890 canceled"), (ended.Action, ended.Ending, ended.Receipt!.Headline));
        Assert.Equal(("staff-1", "asked for “Cancel CM-7890”"), Assert.Single(_desk.Audit.Entries) is var entry ? (entry.StaffId, entry.What) : default);
        Assert.False(_desk.StateOf(id).OwesAnswer);
        Assert.Single(_desk.Assistant.Asked);
    }

    [Fact]
    public async Task It_is_carried_out_while_a_person_answers_and_leaves_ownership_as_it_is()
    {
        var id = await WithOrderAsync();
        await _desk.Staff.TakeOverAsync(Priya, id, _desk.StateOf(id).LastNumber, Token);

        await ActAsync(Sam, id);
        await _desk.SettleAsync();

        Assert.Equal(OrderStatus.Canceled, _desk.Store["CM-7890"].Status);
        Assert.Equal("Priya", _desk.StateOf(id).Answering?.Name);
    }

    [Fact]
    public async Task What_the_rules_do_not_allow_is_refused_in_words_and_nothing_is_written()
    {
        var id = await WithOrderAsync(OrderStatus.Shipped);

        var refused = Assert.IsType<StaffRefused>(await ActAsync(Sam, id));

        Assert.StartsWith("CM-7890 was not canceled", refused.Why, StringComparison.Ordinal);
        Assert.Empty(_desk.EventsOf(id).OfType<StaffActed>());
        Assert.Empty(_desk.Audit.Entries);
    }

    [Theory]
    [InlineData("get_order", Order)]
    [InlineData("grant_wishes", "{}")]
    [InlineData("cancel_order", "nonsense")]
    [InlineData("cancel_order", """{"orderId":"CM-1","reason":null}""")]
    public async Task What_changes_nothing_of_the_customers_is_refused(string act, string arguments)
    {
        var id = await WithOrderAsync();

        Assert.IsType<StaffRefused>(await _desk.Staff.ActAsync(Sam, id, act, arguments, SomeCards.Return, Token));
        Assert.Empty(_desk.EventsOf(id).OfType<StaffActed>());
    }

    [Fact]
    public async Task Where_the_order_has_moved_by_the_time_it_is_carried_out_nothing_is_done()
    {
        var id = await WithOrderAsync();
        await ActAsync(Sam, id);
        var before = _desk.Store["CM-7890"];
        var shipped = new ShopChange(new OrderChange(before, before with { Status = OrderStatus.Shipped, Version = before.Version + 1 }), null);
        await _desk.Store.CommitAsync(shipped, Entries.Entry("c-elsewhere", 1, Entries.Said("Hi", Desk.Ben.CustomerId)), Token);

        await _desk.SettleAsync();

        Assert.Equal(OperationEnding.Void, Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>()).Ending);
        Assert.Empty(_desk.Store["CM-7890"].History);
    }

    [Fact]
    public async Task Of_two_who_ask_for_the_same_one_is_told_that_it_is_under_way()
    {
        var id = await WithOrderAsync();

        var both = await Task.WhenAll(ActAsync(Sam, id), ActAsync(Priya, id));
        await _desk.SettleAsync();

        Assert.Single(both.OfType<StaffDone>());
        Assert.Equal("That is under way already.", Assert.Single(both.OfType<StaffRefused>()).Why);
        Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>());
    }

    [Fact]
    public async Task Above_the_limit_somebody_else_has_to_approve_it()
    {
        _limit = 50;
        var id = await WithOrderAsync();
        await ActAsync(Sam, id);
        await _desk.SettleAsync();
        var action = Assert.Single(_desk.StateOf(id).Actions);
        Assert.Equal(ActionStage.AwaitingApproval, action.Stage);

        Assert.False(await _desk.Approvals.DecideAsync(Sam, id, action.Action, true, "", Token));
        Assert.True(await _desk.Approvals.DecideAsync(Priya, id, action.Action, true, "", Token));
        await _desk.SettleAsync();

        Assert.Equal(OrderStatus.Canceled, _desk.Store["CM-7890"].Status);
        Assert.Equal("staff-1", Assert.Single(_desk.Store["CM-7890"].History).By);
    }

    [Fact]
    public async Task Where_it_would_do_something_else_than_they_were_shown_that_is_shown_and_nothing_is_done()
    {
        var id = await WithOrderAsync();

        var shown = Assert.IsType<ActShown>(await _desk.Staff.ActAsync(Sam, id, Cancellation.Name, Order, SomeCards.Return, Token));

        Assert.Equal("Cancel CM-7890", shown.Card.Title);
        Assert.Empty(_desk.EventsOf(id).OfType<StaffActed>());
        Assert.Empty(_desk.Audit.Entries);
    }

    [Fact]
    public async Task What_waits_for_approval_in_a_resolved_conversation_draws_attention_again()
    {
        _limit = 50;
        var id = await WithOrderAsync();
        await _desk.Staff.ResolveAsync(Sam, id, long.MaxValue, Token);

        await ActAsync(Sam, id);
        await _desk.SettleAsync();

        var state = _desk.StateOf(id);
        Assert.Equal((InboxSection.Attention, AttentionReasons.ApprovalWaiting), (state.Place!.Section, state.Attention));
    }

    [Fact]
    public async Task What_changed_before_it_could_be_done_is_told_as_that_to_the_customer_who_was_never_asked()
    {
        var id = await WithOrderAsync();
        await _desk.Store.AppendAsync(
            Entries.Entry(id, _desk.StateOf(id).LastNumber + 1, new StaffActed("staff-1", "Sam", Cancellation.Name, Order, SomeCards.Return, BySupervisor: true)), Token);
        await _desk.SayAsync("Hello?", id);
        _desk.Assistant.Says("Hello.");
        await _desk.SettleAsync();

        var ended = Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>());
        Assert.Equal(OperationEnding.Void, ended.Ending);
        Assert.EndsWith("things changed before it could be done", ended.Receipt!.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_for_it_may_take_it_back()
    {
        _limit = 50;
        var id = await WithOrderAsync();
        await ActAsync(Sam, id);
        await _desk.SettleAsync();

        Assert.True(await _desk.Approvals.DecideAsync(Sam, id, Assert.Single(_desk.StateOf(id).Actions).Action, false, "", Token));
        await _desk.SettleAsync();

        Assert.Equal(OrderStatus.Pending, _desk.Store["CM-7890"].Status);
        Assert.Empty(_desk.StateOf(id).Actions);
        Assert.EndsWith("our team took it back", Assert.Single(_desk.EventsOf(id).OfType<OperationEnded>()).Receipt!.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_needs_nobodys_approval()
    {
        _limit = 50;
        var id = await WithOrderAsync();

        await ActAsync(Priya, id);
        await _desk.SettleAsync();

        Assert.Equal(OrderStatus.Canceled, _desk.Store["CM-7890"].Status);
        Assert.Empty(_desk.EventsOf(id).OfType<ApprovalRequested>());
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<string> WithOrderAsync(OrderStatus status = OrderStatus.Pending)
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order(status: status)], Token);
        _desk.Assistant.Says("Hello.");
        var id = await _desk.SayAsync("Hi");
        await _desk.SettleAsync();
        return id;
    }

    private async Task<StaffResult> ActAsync(SignedInStaff by, string id)
    {
        var shown = await _desk.Staff.ShowActAsync(by, id, Cancellation.Name, Order, Token);
        return shown is ActShown { Card: var card } ? await _desk.Staff.ActAsync(by, id, Cancellation.Name, Order, card, Token) : shown;
    }
}
