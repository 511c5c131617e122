using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Conversations.PaymentCards;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Scenarios.Writing;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Access;

/// <summary>
/// Every method of Core that acts for somebody, and what it gives to whom when it is asked for what is Ana's. A new one needs a row.
/// Nobody gets in at all: each asks for a <see cref="SignedInCustomer"/> or a <see cref="SignedInStaff"/>, and only the sign-in makes one.
/// </summary>
public sealed class ServiceAccessTests
{
    private const string Asked = "asked";
    private const string Running = "running";
    private const string Queued = "queued";
    private const string Approval = "approval";

    private static readonly SignedInStaff Sam = new("staff-1", "Sam");
    private static readonly SignedInStaff Priya = new("supervisor-1", "Priya", IsSupervisor: true);

    private static readonly Period Today = Period.Ending(new(2026, 11, 24), 1);
    private static readonly CannedReply Greeting = new("greeting", "Greeting", "Hi {customer}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The method, what Ana is told, and what Ben is.</summary>
    public static TheoryData<string, string, string> ForCustomers => new()
    {
        { "ActionService.ConfirmAsync", "Taken", "NoSuchAction" },
        { "ActionService.DeclineAsync", "Taken", "NoSuchAction" },
        { "AnswerWait.AskAsync", "MessageAnswered", "NoSuchConversation" },
        { "CardMask.MaskAsync", "It is 4000000000000002.", "It is ••••••••••••0002." },
        { "ConversationPresence.CustomerTypesAsync", "CustomerTypes", "WatchersChanged" },
        { "ConversationPresence.FollowOwnAsync", "news", "nothing" },
        { "ConversationService.EarlierAsync", "6 of them", "nothing" },
        { "ConversationService.LaterAsync", "6 of them", "nothing" },
        { "ConversationService.ListAsync", "4 of them", "0 of them" },
        { "ConversationService.OpenAsync", "ConversationSnapshot", "nothing" },
        { "ConversationService.ReturnToAssistantAsync", "HandedBack", "HandedToStaff" },
        { "ConversationService.SayAsync", "MessageKept", "NoSuchConversation" },
        { "ConversationService.StopAsync", "RunStopRequested", "RunStarted" },
        { "ConversationService.WatchAsync", "news", "nothing" },
        { "ConversationService.WatchOwnAsync", "customer-1", "customer-2" },
        { "ConversationTail.FollowAsync", "news", "nothing" },
        { "HandOverService.AskForPersonAsync", "MessageKept", "NoSuchConversation" },
        { "MessageLimit.Count", "too many", "nothing" },
        { "OrderService.CancelOrderAsync", "OrderCanceled", "OrderNotFound" },
        { "OrderService.ChangeDefaultAddressAsync", "DefaultAddressChanged", "RequestMistaken" },
        { "OrderService.DecideAsync", "OrderCanceled", "OrderNotFound" },
        { "OrderService.GetOrderAsync", "Order", "nothing" },
        { "OrderService.ListOrdersAsync", "1 of them", "0 of them" },
        { "RatingService.RateAsync", "Kept", "NoSuchConversation" },
        { "WaitService.FindAsync", "CustomersWait", "nothing" },
    };

    /// <summary>What any member of staff is told, supervisors among them.</summary>
    public static TheoryData<string, string> ForStaff => new()
    {
        { "ApprovalService.DecideAsync", "True" },
        { "ConversationPresence.EnterAsync", "1 of them" },
        { "ConversationPresence.FollowAsync", "news" },
        { "ConversationPresence.StaffTypesAsync", "StaffTypes" },
        { "StaffDrafts.DraftReplyAsync", "NotDrafted" }, // of the demo assistant
        { "StaffDrafts.SummarizeAsync", "NotDrafted" },
        { "StaffChoices.OfAsync", "OrderChoices" },
        { "CannedReplyService.ListAsync", "1 of them" },
        { "ScenarioExport.WriteAsync", "String" },
        { "StaffConversations.EarlierAsync", "6 of them" },
        { "StaffConversations.LaterAsync", "6 of them" },
        { "StaffConversations.ListAsync", "2 of them" },
        { "StaffConversations.OpenAsync", "ConversationSnapshot" },
        { "StaffConversations.WatchAsync", "news" },
        { "StaffConversations.WatchDeskAsync", "news" },
        { "StaffExports.ReadAsync", "ConversationSnapshot" },
        { "StaffOrders.FindAsync", "Order" },
        { "StaffOrders.FindConversationAsync", "String" },
        { "StaffOrders.ListAsync", "1 of them" },
        { "StaffOrders.WatchAsync", "news" },
        { "StaffOrders.WatchCustomersAsync", "news" },
        { "StaffSearch.FindAsync", "4 of them" },
        { "StaffPresence.Enter", "entered" },
        { "StaffService.ActAsync", "StaffDone" },
        { "StaffService.AssignAsync", "StaffDone" },
        { "StaffService.ContinueAsync", "StaffDone" },
        { "StaffService.HandBackAsync", "StaffDone" },
        { "StaffService.HoldAsync", "StaffDone" },
        { "StaffService.NoteAsync", "StaffDone" },
        { "StaffService.ReopenAsync", "StaffDone" },
        { "StaffService.ReplyAsync", "StaffDone" },
        { "StaffService.ResolveAsync", "StaffDone" },
        { "StaffService.ShowActAsync", "ActShown" },
        { "StaffService.TakeOverAsync", "StaffDone" },
        { "StaffService.WithdrawAsync", "StaffDone" },
    };

    /// <summary>What a supervisor is told. To whoever else is of the staff it is nothing.</summary>
    public static TheoryData<string, string> ForSupervisors => new()
    {
        { "AuditService.ListAsync", "AuditPage" },
        { "InsightsService.ListAsync", "InboxPage" },
        { "InsightsService.ReadAsync", "PeriodFigures" },
        { "CannedReplyService.DeleteAsync", "ReplyDone" },
        { "CannedReplyService.KeepAsync", "ReplyDone" },
    };

    [Theory]
    [MemberData(nameof(ForCustomers))]
    public async Task A_customer_gets_what_is_theirs_and_nobody_elses(string method, string ana, string ben)
    {
        await using var hers = await OpenAsync();
        await using var strange = await OpenAsync();

        Assert.Equal(ana, await AskAsync(hers, method, Desk.Ana));
        Assert.Equal(ben, await AskAsync(strange, method, Desk.Ben));
    }

    [Theory]
    [MemberData(nameof(ForStaff))]
    public async Task Staff_get_what_is_anybodys(string method, string told)
    {
        foreach (var person in new[] { Sam, Priya })
        {
            await using var desk = await OpenAsync();
            Assert.Equal(told, await AskAsync(desk, method, person));
        }
    }

    [Theory]
    [MemberData(nameof(ForSupervisors))]
    public async Task Supervisors_get_what_the_rest_of_the_staff_do_not(string method, string told)
    {
        await using var desk = await OpenAsync();

        Assert.Equal(told, await AskAsync(desk, method, Priya));
        Assert.Equal("nothing", await AskAsync(desk, method, Sam));
    }

    [Fact]
    public void Each_method_has_a_row_and_asks_first_who_it_is_for()
    {
        var methods = typeof(ConversationService).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is null) // records hold, services do
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters().Any(parameter => IsSomebody(parameter.ParameterType)))
            .ToList();

        Assert.All(methods, method => Assert.True(IsSomebody(method.GetParameters()[0].ParameterType)));
        Assert.Equal(
            ForCustomers.Select(row => row.Data.Item1).Concat(ForStaff.Concat(ForSupervisors).Select(row => row.Data.Item1)).Order(StringComparer.Ordinal),
            methods.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order(StringComparer.Ordinal));
    }

    private static bool IsSomebody(Type type) => type == typeof(SignedInCustomer) || type == typeof(SignedInStaff);

    /// <summary>Ana has an order, whose number could be a card's, and four conversations.</summary>
    private static async Task<Desk> OpenAsync()
    {
        var desk = new Desk();
        await desk.Store.AddMissingAsync([CornerShop.Order()], Token);
        await desk.Store.AddMissingAsync([CornerShop.Profile()], Token);
        await desk.Replies.KeepAsync(Greeting, Token);
        await BeginAsync(desk, Asked, SomeCards.Asked(expiry: desk.Clock.GetUtcNow().AddMinutes(15)));
        await BeginAsync(desk, Running, Entries.Said("Hi"), new RunStarted("run-1", "claim-1"));
        await BeginAsync(desk, Queued, Entries.Said("Hi"), new HandedToStaff("asked for a person", ""));
        await BeginAsync(desk, Approval, [.. SomeCards.Asked(expiry: desk.Clock.GetUtcNow().AddMinutes(15)), SomeCards.Pressed, SomeCards.ToStaff]);
        return desk;
    }

    private static async Task BeginAsync(Desk desk, string id, params ConversationEvent[] events) =>
        Assert.True(await desk.Store.AppendAsync(Entries.Entry(id, 1, events), Token));

    private static async Task<string> AskAsync(Desk desk, string method, SignedInCustomer who)
    {
        var talk = desk.Conversations;
        var orders = new OrderService(desk.Store, desk.Store, desk.Store);
        var stamp = CornerShop.Stamp;
        return method switch
        {
            "ActionService.ConfirmAsync" => Told(await desk.Actions.ConfirmAsync(who, Asked, SomeCards.Action, Token)),
            "ActionService.DeclineAsync" => Told(await desk.Actions.DeclineAsync(who, Asked, SomeCards.Action, Token)),
            "AnswerWait.AskAsync" => Told(await desk.Answers.AskAsync(who, Asked, null, "Hi", TimeSpan.Zero, Token)),
            "CardMask.MaskAsync" => await new CardMask(new OwnNumbers()).MaskAsync(who, "It is 4000000000000002.", Token),
            "ConversationPresence.CustomerTypesAsync" => await FirstNewsOfPresenceAsync(desk, state => desk.WhoIsThere.CustomerTypesAsync(who, state, Token)),
            "ConversationPresence.FollowOwnAsync" => await ToldAsync(await desk.WhoIsThere.FollowOwnAsync(who, desk.StateOf(Asked), Token)),
            "ConversationService.EarlierAsync" => Told(await talk.EarlierAsync(who, Asked, 7, 50, Token)),
            "ConversationService.LaterAsync" => Told(await talk.LaterAsync(who, Asked, 1, 50, Token)),
            "ConversationService.ListAsync" => Told((await talk.ListAsync(who, 10, null, Token)).Conversations),
            "ConversationService.OpenAsync" => Told(await talk.OpenAsync(who, Asked, 50, Token)),
            "ConversationService.ReturnToAssistantAsync" => await NewestAsync(desk, Queued, talk.ReturnToAssistantAsync(who, Queued, Token)),
            "ConversationService.SayAsync" => Told(await talk.SayAsync(who, Asked, null, "Hi", Token)),
            "ConversationService.StopAsync" => await NewestAsync(desk, Running, talk.StopAsync(who, Running, Token)),
            "ConversationService.WatchAsync" => await ToldAsync(await talk.WatchAsync(who, Asked, Token)),
            "ConversationService.WatchOwnAsync" => await FirstOwnNewsAsync(desk, await talk.WatchOwnAsync(who, Token)),
            "ConversationTail.FollowAsync" => await desk.Tail.FollowAsync(who, Asked, 0, Token) is null ? "nothing" : "news",
            "HandOverService.AskForPersonAsync" => Told(await desk.HandOvers.AskForPersonAsync(who, Asked, "press-1", Token)),
            "MessageLimit.Count" => LimitAfterAna(who),
            "OrderService.CancelOrderAsync" => Told((await orders.CancelOrderAsync(who, "CM-7890", null, stamp, Token)).Outcome),
            "OrderService.ChangeDefaultAddressAsync" => Told((await orders.ChangeDefaultAddressAsync(who, new("1 New Street", "", "Salem", "OR", "97301", "USA"), Token)).Outcome),
            "OrderService.DecideAsync" => Told((await orders.DecideAsync(who, "CM-7890", new Cancellation(stamp, null), Token)).Outcome),
            "OrderService.GetOrderAsync" => Told(await orders.GetOrderAsync(who, "CM-7890", Token)),
            "OrderService.ListOrdersAsync" => Told((await orders.ListOrdersAsync(who, null, 10, null, Token)).Orders),
            "RatingService.RateAsync" => Told(await ResolvedAsync(desk, Sam) ? await desk.Ratings.RateAsync(who, Asked, 5, "", Token) : null),
            "WaitService.FindAsync" => Told(await desk.Waits.FindAsync(who, Queued, Token)),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "It has a row, but nothing asks it."),
        };
    }

    private static async Task<StaffResult> ActAsync(Desk desk, SignedInStaff who)
    {
        const string Order = """{"orderId":"CM-7890","reason":null}""";
        var shown = await desk.Staff.ShowActAsync(who, Asked, "cancel_order", Order, Token);
        return shown is ActShown { Card: var card } ? await desk.Staff.ActAsync(who, Asked, "cancel_order", Order, card, Token) : shown;
    }

    private static async Task<string> AskAsync(Desk desk, string method, SignedInStaff who)
    {
        var orders = new StaffOrders(desk.Store, desk.Store, desk.Feed);
        var talk = desk.StaffConversations;
        return method switch
        {
            "ApprovalService.DecideAsync" => Told(await desk.Approvals.DecideAsync(who, Approval, SomeCards.Action, true, "", Token)),
            "ConversationPresence.EnterAsync" => $"{(await WatchersAsync(desk, who)).Length} of them",
            "ConversationPresence.FollowAsync" => await ToldAsync(await desk.WhoIsThere.FollowAsync(who, Asked, Token)),
            "ConversationPresence.StaffTypesAsync" => await FirstNewsOfPresenceAsync(desk, state => desk.WhoIsThere.StaffTypesAsync(who, state.Id, false, Token)),
            "StaffDrafts.DraftReplyAsync" => Told(await desk.Drafts.DraftReplyAsync(who, Asked, Token)),
            "StaffDrafts.SummarizeAsync" => Told(await desk.Drafts.SummarizeAsync(who, Asked, Token)),
            "StaffConversations.EarlierAsync" => Told(await talk.EarlierAsync(who, Asked, 7, 50, Token)),
            "StaffConversations.LaterAsync" => Told(await talk.LaterAsync(who, Asked, 1, 50, Token)),
            "StaffConversations.ListAsync" => Told((await talk.ListAsync(who, InboxSection.Attention, InboxOrder.LongestFirst, 10, null, Token)).Conversations),
            "StaffConversations.OpenAsync" => Told(await talk.OpenAsync(who, Asked, 50, Token)),
            "StaffConversations.WatchAsync" => await ToldAsync(await talk.WatchAsync(who, Asked, Token)),
            "StaffConversations.WatchDeskAsync" => await ToldAsync(await talk.WatchDeskAsync(who, Token)),
            "StaffSearch.FindAsync" => Told(await desk.StaffSearch.FindAsync(who, "customer-1", Token)),
            "StaffOrders.ListAsync" => Told((await orders.ListAsync(who, "customer-1", 10, null, Token)).Orders),
            "StaffOrders.WatchCustomersAsync" => await ToldAsync(await orders.WatchCustomersAsync(who, "customer-1", Token)),
            "ScenarioExport.WriteAsync" => Told(await new ScenarioExport(
                desk.Exports, orders, Options.Create(new ConsentOptions()), Options.Create(new ApprovalOptions()), desk.Clock).WriteAsync(who, Asked, Token)),
            "StaffExports.ReadAsync" => Told(await desk.Exports.ReadAsync(who, Asked, "JSON", Token)),
            "CannedReplyService.DeleteAsync" => Told(await desk.CannedReplies.DeleteAsync(who, Greeting with { Version = 1 }, Token)),
            "CannedReplyService.KeepAsync" => Told(await desk.CannedReplies.KeepAsync(who, Greeting with { Version = 1 }, Token)),
            "CannedReplyService.ListAsync" => Told(await desk.CannedReplies.ListAsync(who, Token)),
            "AuditService.ListAsync" => Told(await desk.Audits.ListAsync(who, 10, null, Token)),
            "InsightsService.ListAsync" => Told(await desk.Insights.ListAsync(who, Figure.Conversations, Today, null, Token)),
            "InsightsService.ReadAsync" => Told(await desk.Insights.ReadAsync(who, Today, Token)),
            "StaffOrders.FindAsync" => Told(await orders.FindAsync(who, "CM-7890", Token)),
            "StaffOrders.FindConversationAsync" => Told(await orders.FindConversationAsync(who, CornerShop.Order(), Token)),
            "StaffChoices.OfAsync" => Told(await new StaffChoices(desk.Store, desk.Store).OfAsync(who, CornerShop.Order(), Token)),
            "StaffOrders.WatchAsync" => await ToldAsync(await orders.WatchAsync(who, CornerShop.Order(), Token)),
            "StaffPresence.Enter" => Entered(desk, who),
            "StaffService.ActAsync" => Told(await ActAsync(desk, who)),
            "StaffService.AssignAsync" => Told(await desk.Staff.AssignAsync(who, Asked, Sam, long.MaxValue, Token)),
            "StaffService.ContinueAsync" => Told(await desk.Staff.ContinueAsync(who, Asked, long.MaxValue, Token)),
            "StaffService.HandBackAsync" => Told(await desk.Staff.HandBackAsync(who, Queued, long.MaxValue, Token)),
            "StaffService.HoldAsync" => Told(await desk.Staff.HoldAsync(who, Asked, 7, Token)),
            "StaffService.NoteAsync" => Told(await desk.Staff.NoteAsync(who, Asked, "n-1", "A note", Token)),
            "StaffService.ReopenAsync" => Told(await ResolvedAsync(desk, who) ? await desk.Staff.ReopenAsync(who, Asked, Token) : null),
            "StaffService.ReplyAsync" => Told(await desk.Staff.ReplyAsync(who, Asked, "m-2", "Hello", long.MaxValue, Token)),
            "StaffService.ResolveAsync" => Told(await desk.Staff.ResolveAsync(who, Asked, long.MaxValue, Token)),
            "StaffService.ShowActAsync" => Told(await desk.Staff.ShowActAsync(who, Asked, "cancel_order", """{"orderId":"CM-7890","reason":null}""", Token)),
            "StaffService.TakeOverAsync" => Told(await desk.Staff.TakeOverAsync(who, Asked, 7, Token)),
            "StaffService.WithdrawAsync" => Told(await desk.Staff.WithdrawAsync(who, Asked, SomeCards.Action, Token)),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "It has a row, but nothing asks it."),
        };
    }

    private static async Task<bool> ResolvedAsync(Desk desk, SignedInStaff who) => await desk.Staff.ResolveAsync(who, Asked, long.MaxValue, Token) is StaffDone;

    private static string Entered(Desk desk, SignedInStaff who)
    {
        using var stay = desk.Presence.Enter(who);
        return desk.Presence.IsSomebodyThere ? "entered" : "nothing";
    }

    private static async Task<ImmutableArray<SignedInStaff>> WatchersAsync(Desk desk, SignedInStaff who)
    {
        await using var stay = await desk.WhoIsThere.EnterAsync(who, Asked, Token);
        return desk.WhoIsThere.WatchersOf(Asked);
    }

    /// <summary>While somebody watches, who then leaves: what is told first?</summary>
    private static async Task<string> FirstNewsOfPresenceAsync(Desk desk, Func<Conversation, ValueTask> happens)
    {
        var stay = await desk.WhoIsThere.EnterAsync(Sam, Asked, Token);
        await using var news = await desk.WhoIsThere.FollowAsync(Sam, Asked, Token);
        await happens(desk.StateOf(Asked));
        await stay.DisposeAsync();
        await foreach (var item in news.ReadAllAsync(Token))
        {
            return Told(item);
        }

        return "nothing";
    }

    private static string Told(object? given) => given switch
    {
        null => "nothing",
        bool or Enum => given.ToString()!,
        ICollection several => $"{several.Count} of them",
        _ => given.GetType().Name,
    };

    private static async Task<string> ToldAsync(IFeedSubscription? given)
    {
        await (given?.DisposeAsync() ?? ValueTask.CompletedTask);
        return given is null ? "nothing" : "news";
    }

    private static async Task<string> NewestAsync(Desk desk, string id, Task asked)
    {
        await asked;
        return Told(desk.EventsOf(id)[^1]);
    }

    /// <summary>Something happens to each of the two: whose news comes first?</summary>
    private static async Task<string> FirstOwnNewsAsync(Desk desk, IFeedSubscription news)
    {
        await using (news)
        {
            await desk.Feed.PublishAsync(new OrderChanged(Desk.Ana.CustomerId, "CM-7890"), Token);
            await desk.Feed.PublishAsync(new OrderChanged(Desk.Ben.CustomerId, "CM-1"), Token);
            await foreach (var item in news.ReadAllAsync(Token))
            {
                return ((OrderChanged)item).CustomerId;
            }

            return "nothing";
        }
    }

    /// <summary>Ana has written as many messages as she may.</summary>
    private static string LimitAfterAna(SignedInCustomer who)
    {
        using var limit = new MessageLimit(Microsoft.Extensions.Options.Options.Create(new RateLimitOptions { MessagesPerMinute = 1 }));
        while (limit.Count(Desk.Ana) is null)
        {
            // She writes on.
        }

        return limit.Count(who) is null ? "nothing" : "too many";
    }

    /// <summary>What looks like a card's number is the number of one of Ana's orders.</summary>
    private sealed class OwnNumbers : IOwnOrderNumbers
    {
        public Task<bool> ContainAsync(SignedInCustomer customer, string digits, CancellationToken cancellationToken) =>
            Task.FromResult(customer == Desk.Ana);
    }
}
