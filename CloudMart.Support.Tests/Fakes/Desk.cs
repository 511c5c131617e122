using System.Diagnostics.Metrics;
using CloudMart.Support.Core;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Drafts;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Conversations.PaymentCards;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.HelpCenter;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Exports;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// The whole of Core: the product's own registrations over a store in memory and a scripted assistant. Nothing runs by itself: a test says
/// what happens, and <see cref="SettleAsync(CancellationToken?)"/> does what the worker would do; unless the desk is asked to work, which
/// starts the hosted services.
/// </summary>
internal sealed class Desk : IAsyncDisposable, IStoreFaults, IRunBacklog, ICustomerDirectory
{
    public static SignedInCustomer Ana => CornerShop.Ana;
    public static SignedInCustomer Ben => CornerShop.Ben;

    private readonly ServiceProvider _services;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Queue<RunTicket> _backlog = new();
    private readonly List<IHostedService> _working = [];

    public Desk(Action<IServiceCollection>? more = null, Action<RunOptions>? bounds = null, bool works = false)
    {
        Store = new InMemoryStore(Clock);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddSingleton<TimeProvider>(Clock);
        services.AddConversations(new Microsoft.Extensions.Configuration.ConfigurationManager());
        services.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationManager());
        services.AddHelpCenter().AddTools();
        services.AddSingleton<OrderService>().AddSingleton<IOwnOrderNumbers, OwnOrderNumbers>();
        services.AddRunWorker();
        services.AddSingleton<IConversationLog>(Store).AddSingleton<IOwedAnswers>(Store).AddSingleton<IOrderStore>(Store);
        services.AddSingleton<ICustomerStore>(Store).AddSingleton<IProductStore>(Store).AddStaff();
        services.AddSingleton<IDayCounters>(Store).AddInsights();
        services.AddSingleton<ICannedReplies>(Replies).AddSingleton<IStaffAudit>(Audit).AddSingleton<IInbox>(new InMemoryInbox(Store));
        services.AddSingleton<IStoreFaults>(this).AddSingleton<ICustomerDirectory>(this);
        if (!works)
        {
            services.AddSingleton<IRunBacklog>(this);
        }

        services.AddSingleton<IAssistant>(Assistant);
        services.Configure(bounds ?? (_ => { }));
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
        if (works)
        {
            _working = [.. _services.GetServices<IHostedService>()];
            _working.ForEach(service => service.StartAsync(CancellationToken.None).GetAwaiter().GetResult());
        }
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public InMemoryStore Store { get; }

    public InMemoryAudit Audit { get; } = new();

    public InMemoryReplies Replies { get; } = new();

    public ScriptedAssistant Assistant { get; } = new();

    public CapturedLog Log { get; } = new();

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public IEnumerable<ITool> Tools => _services.GetServices<ITool>();

    public IConversationFeed Feed => _services.GetRequiredService<IConversationFeed>();

    public ConversationService Conversations => _services.GetRequiredService<ConversationService>();

    public ActionService Actions => _services.GetRequiredService<ActionService>();

    public StaffConversations StaffConversations => _services.GetRequiredService<StaffConversations>();

    public StaffSearch StaffSearch => _services.GetRequiredService<StaffSearch>();

    public StaffService Staff => _services.GetRequiredService<StaffService>();

    public HandOverService HandOvers => _services.GetRequiredService<HandOverService>();

    public RatingService Ratings => _services.GetRequiredService<RatingService>();

    public WaitService Waits => _services.GetRequiredService<WaitService>();

    public StaffPresence Presence => _services.GetRequiredService<StaffPresence>();

    public StaffDrafts Drafts => _services.GetRequiredService<StaffDrafts>();

    public ConversationPresence WhoIsThere => _services.GetRequiredService<ConversationPresence>();

    public AuditService Audits => _services.GetRequiredService<AuditService>();

    public InsightsService Insights => _services.GetRequiredService<InsightsService>();

    public StaffExports Exports => _services.GetRequiredService<StaffExports>();

    public CannedReplyService CannedReplies => _services.GetRequiredService<CannedReplyService>();

    public ApprovalService Approvals => _services.GetRequiredService<ApprovalService>();

    public AnswerWait Answers => _services.GetRequiredService<AnswerWait>();

    public ConversationTail Tail => _services.GetRequiredService<ConversationTail>();

    /// <summary>Whichever else of its services.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<string> SayAsync(string text, string? conversationId = null, string? messageId = null, SignedInCustomer? customer = null)
    {
        var kept = Assert.IsType<MessageKept>(
            await Conversations.SayAsync(customer ?? Ana, conversationId, messageId, text, TestContext.Current.CancellationToken));
        return kept.Conversation.State.Id;
    }

    /// <summary>Does what the worker does with everything that is waiting, until nothing is.</summary>
    public async Task SettleAsync(CancellationToken? cancellationToken = null)
    {
        while (_backlog.TryDequeue(out var ticket))
        {
            await SettleAsync(ticket, cancellationToken);
        }
    }

    public Task SettleAsync(RunTicket ticket, CancellationToken? cancellationToken = null) =>
        _services.GetRequiredService<ConversationWork>().SettleAsync(
            ticket, _services.GetRequiredService<IIdSource>().NewId(), cancellationToken ?? TestContext.Current.CancellationToken);

    /// <summary>What a sweep does on a node that has just started: lease what is marked, read it, work on it.</summary>
    public async Task SweepAsync()
    {
        _backlog.Clear();
        foreach (var id in await Store.ListAsync(DateTimeOffset.MaxValue, 100, TestContext.Current.CancellationToken))
        {
            var mark = await Store.LeaseAsync(id, _services.GetRequiredService<NodeName>().Value, TestContext.Current.CancellationToken);
            var known = await Store.ReadAsync(id, ConversationWriter.ContextEvents, TestContext.Current.CancellationToken);
            await SettleAsync(new RunTicket(known ?? ConversationSnapshot.Empty(id), mark!, AppendedSince: false));
        }
    }

    public Conversation StateOf(string id) => Conversation.Empty(id).Apply(Store.EventsOf(id));

    public IReadOnlyList<ConversationEvent> EventsOf(string id) => [.. Store.EventsOf(id).Select(e => e.Event)];

    public bool HasRoomFor(string conversationId) => false;

    public void Add(OwedTurn turn) => _backlog.Enqueue(new RunTicket(turn.Known, turn.Mark, AppendedSince: true, turn.Customer));

    public bool IsTransient(Exception exception) => exception is TimeoutException;

    public Task<SignedInCustomer?> FindAsync(string customerId, CancellationToken cancellationToken) =>
        Task.FromResult(new[] { Ana, Ben }.FirstOrDefault(customer => customer.CustomerId == customerId));

    /// <summary>Waits until nothing is owed in the conversation and its mark is cleared or somebody else's.</summary>
    /// <param name="id">The conversation.</param>
    /// <param name="advancing">Lets time pass until somebody works on it; then the run's own time stands still.</param>
    public async Task AnsweredAsync(string id, bool advancing = false)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (StateOf(id).OwesAnswer)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"{id} still owes an answer.");
            Clock.Advance(advancing && StateOf(id).Run is null ? TimeSpan.FromMilliseconds(100) : TimeSpan.Zero);
            await Task.Yield();
        }
    }

    public Task StopAsync() => Task.WhenAll(_working.Select(service => service.StopAsync(CancellationToken.None)));

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
