using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Insights.Recounting;

/// <summary>A desk on some days, over any store: customers, the assistant and staff do what they do.</summary>
internal sealed class BusyDays : IAsyncDisposable
{
    private readonly Desk _desk;
    private readonly List<string> _ids = [];
    private readonly string _orderId = $"CM-{Random.Shared.Next(1_000_000, 10_000_000)}"; // other days in the same store have others

    /// <param name="seed">Of the assistant's mood.</param>
    /// <param name="began">The first day at noon: one that nobody else counts on.</param>
    /// <param name="store">Puts the store in place of the one in memory.</param>
    public BusyDays(int seed, DateTimeOffset began, Action<IServiceCollection> store)
    {
        _desk = new(services =>
        {
            store(services);
            services.AddSingleton<IOwedAnswers>(new ClearedTwice(services.Select(each => each.ImplementationInstance).OfType<IOwedAnswers>().Last()));
            services.AddSingleton<IAssistant>(new AnyMood(seed, _orderId)).Configure<ApprovalOptions>(options => options.RefundAbove = 100).Configure<RateLimitOptions>(options => options.Enabled = false);
        });
        _desk.Clock.SetUtcNow(began);
        First = Counting.DayOf(began);
    }

    private DateOnly First { get; }

    public Period Period => Period.Between(First, Counting.DayOf(_desk.Clock.GetUtcNow()))!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task LiveAsync(IEnumerable<Moment> moments)
    {
        await _desk.Get<IOrderStore>().AddMissingAsync([CornerShop.Order(_orderId)], Token);
        await _desk.Get<ICustomerStore>().AddMissingAsync([CornerShop.Profile()], Token);
        foreach (var moment in moments)
        {
            await HappensAsync(moment);
            _desk.Clock.Advance(TimeSpan.FromSeconds(1 + (moment.Chance % 7)));
            await (moment.IsSettled ? _desk.SettleAsync() : Task.CompletedTask);
        }

        await _desk.SettleAsync();
    }

    /// <summary>By the logs: each folded anew.</summary>
    public async Task<IReadOnlyList<(Conversation State, IReadOnlyDictionary<string, long> Counts)>> RecountAsync()
    {
        List<(Conversation, IReadOnlyDictionary<string, long>)> counted = [];
        foreach (var id in _ids)
        {
            var state = Conversation.Empty(id).Apply(await _desk.Get<IConversationLog>().ReadAfterAsync(id, 0, int.MaxValue, Token));
            counted.Add((state, Counting.Of(state)));
        }

        return counted;
    }

    public Task<IReadOnlyList<PeriodCounts>> CountersAsync() =>
        _desk.Get<IDayCounters>().ReadAsync([.. Period.EachDay().Select(day => Period.Between(day, day)!)], Token);

    public async Task<IReadOnlyList<string>> BehindAsync(Figure figure)
    {
        List<string> ids = [];
        for (string? next = null; ;)
        {
            var page = (await _desk.Insights.ListAsync(StaffBrowser.Priya, figure, Period, next, Token))!;
            ids.AddRange(page.Conversations.Select(state => state.Id));
            if ((next = page.Next) is null)
            {
                return ids;
            }
        }
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task HappensAsync(Moment moment)
    {
        var staff = moment.Chance % 2 == 0 ? StaffBrowser.Sam : StaffBrowser.Priya;
        if (moment.Deed == Deed.TimePasses)
        {
            _desk.Clock.Advance(TimeSpan.FromHours(moment.Chance % 40));
        }
        else if (moment.Deed == Deed.Begin || _ids.Count == 0)
        {
            await BeginAsync(moment.Chance);
        }
        else
        {
            var id = _ids[moment.Which % _ids.Count];
            var state = (await _desk.Get<IConversationLog>().ReadAsync(id, 1, Token))!.State;
            await (moment.Deed <= Deed.Rate ? OfCustomerAsync(moment, id, state) : OfStaffAsync(moment, id, state, staff));
        }
    }

    private async Task BeginAsync(int chance)
    {
        var begun = chance % 5 == 0
            ? await _desk.HandOvers.AskForPersonAsync(Desk.Ana, null, NewId(), Token)
            : await _desk.Conversations.SayAsync(Desk.Ana, null, NewId(), chance % 3 == 0 ? $"Cancel order {_orderId}" : $"What about order {chance}?", Token);
        _ids.Add(Assert.IsType<MessageKept>(begun).Conversation.State.Id);
    }

    private Task OfCustomerAsync(Moment moment, string id, Conversation state) => moment.Deed switch
    {
        Deed.Say => _desk.Conversations.SayAsync(Desk.Ana, id, NewId(), $"And {moment.Chance % 4}?", Token),
        Deed.AskForPerson => _desk.HandOvers.AskForPersonAsync(Desk.Ana, id, NewId(), Token),
        Deed.Return => _desk.Conversations.ReturnToAssistantAsync(Desk.Ana, id, Token),
        Deed.Confirm when state.Actions is [var card, ..] => _desk.Actions.ConfirmAsync(Desk.Ana, id, card.Action, Token),
        Deed.Decline when state.Actions is [var card, ..] => _desk.Actions.DeclineAsync(Desk.Ana, id, card.Action, Token),
        Deed.Rate => _desk.Ratings.RateAsync(Desk.Ana, id, 1 + (moment.Chance % 5), "", Token),
        _ => Task.CompletedTask,
    };

    private async Task ActAsync(Core.Staff.SignedInStaff staff, string id, string arguments)
    {
        if (await _desk.Staff.ShowActAsync(staff, id, "cancel_order", arguments, Token) is Core.Staff.ActShown { Card: var card })
        {
            await _desk.Staff.ActAsync(staff, id, "cancel_order", arguments, card, Token);
        }
    }

    private Task OfStaffAsync(Moment moment, string id, Conversation state, Core.Staff.SignedInStaff staff) => moment.Deed switch
    {
        Deed.TakeOver => _desk.Staff.TakeOverAsync(staff, id, state.LastNumber, Token),
        Deed.Hold => _desk.Staff.HoldAsync(staff, id, state.LastNumber, Token),
        Deed.Reply => _desk.Staff.ReplyAsync(staff, id, NewId(), "Hello", long.MaxValue, Token),
        Deed.Note => _desk.Staff.NoteAsync(staff, id, $"n-{Guid.NewGuid():N}", "A regular", Token),
        Deed.HandBack => _desk.Staff.HandBackAsync(staff, id, long.MaxValue, Token),
        Deed.Continue => _desk.Staff.ContinueAsync(staff, id, long.MaxValue, Token),
        Deed.Assign => _desk.Staff.AssignAsync(staff, id, StaffBrowser.Sam, long.MaxValue, Token),
        Deed.Act => ActAsync(staff, id, $$"""{"orderId":"{{_orderId}}","reason":null}"""),
        Deed.Withdraw when state.Actions is [var card, ..] => _desk.Staff.WithdrawAsync(staff, id, card.Action, Token),
        Deed.Approve when state.Actions is [var card, ..] => _desk.Approvals.DecideAsync(staff, id, card.Action, moment.Chance % 3 > 0, "So.", Token),
        Deed.Resolve => _desk.Staff.ResolveAsync(staff, id, long.MaxValue, Token),
        Deed.Reopen => _desk.Staff.ReopenAsync(staff, id, Token),
        _ => Task.CompletedTask,
    };

    private static string NewId() => Guid.NewGuid().ToString("N");
}
