using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Import;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Tau;

/// <summary>The product at work on the imported shop: a customer asks, a scripted model calls, and the customer presses the card's button.</summary>
internal sealed class TauDesk(StoreUnderTest store) : IAsyncDisposable
{
    private readonly Desk _desk = new(services => services
        .AddSingleton<IConversationLog>(store.Log)
        .AddSingleton<IOwedAnswers>(store.Owed)
        .AddSingleton<IOrderStore>(store.Orders)
        .AddSingleton<ICustomerStore>(store.Customers)
        .AddSingleton<IProductStore>(store.Products));

    private string? _conversation;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<ImportedRecords> ImportAsync() =>
        new TauRetailImport(store.Orders, store.Customers, store.Products, store.Clock).RunAsync(SharedTau.Folder(), Stop);

    /// <summary>Puts back what earlier tasks have changed, by commits like any other.</summary>
    public async Task ResetAsync(IEnumerable<Order> orders, CustomerProfile customer)
    {
        foreach (var order in orders)
        {
            var now = (await store.Orders.FindAsync(order.OrderId, Stop))!;
            await CommitAsync(new(new(now, order with { Version = now.Version + 1 }), null));
        }

        var before = (await store.Customers.FindAsync(customer.CustomerId, Stop))!;
        await CommitAsync(new(null, new(before, customer with { Version = before.Version + 1 })));
        _conversation = null;
    }

    /// <summary>
    /// What came of the call in the end: <c>done</c> or <c>canceled</c> for what was agreed to and carried out, <c>already</c> where things
    /// are as the call wants them (the original tools then write the same again, and no card is drawn for that here).
    /// </summary>
    public async Task<string> CallAsync(TauCall call, string customerId)
    {
        var customer = new SignedInCustomer(customerId, "");
        _desk.Assistant.Calls((call.Tool, call.Arguments)).Says("There you are.");
        _conversation = await _desk.SayAsync($"Could you look into this for me? {call.Reason}", _conversation, customer: customer);
        await _desk.SettleAsync();
        var answered = (await EventsAsync()).Select(recorded => recorded.Event).OfType<ToolAnswered>().Last();
        var outcome = Outcome(answered.Output);
        if (outcome == "handed_off")
        {
            _conversation = null; // a person answers there; what the task does afterwards belongs to a conversation of its own
        }

        if (outcome != "waiting_for_customer")
        {
            return outcome;
        }

        var card = (await EventsAsync()).Select(recorded => recorded.Event).OfType<ActionProposed>().Last();
        Assert.Equal(ActionResult.Taken, await _desk.Actions.ConfirmAsync(customer, _conversation!, card.Action, Stop));
        await _desk.SettleAsync();
        var ended = (await EventsAsync()).Select(recorded => recorded.Event).OfType<OperationEnded>().Single(end => end.Action == card.Action);
        return Outcome(ended.Output);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static string Outcome(string output)
    {
        var read = JsonSerializer.Deserialize<JsonElement>(output);
        return read.TryGetProperty("message", out var message) && message.GetString()!.EndsWith(" already.", StringComparison.Ordinal)
            ? "already"
            : read.GetProperty("outcome").GetString()!;
    }

    private Task<IReadOnlyList<RecordedEvent>> EventsAsync() => store.Log.ReadAfterAsync(_conversation!, 0, 1000, Stop);

    private async Task CommitAsync(ShopChange change) => Assert.Equal(
        CommitResult.Committed,
        await store.Orders.CommitAsync(change, Entries.Entry(Entries.NewConversation(), 1, Entries.Said("as it was")), Stop));
}
