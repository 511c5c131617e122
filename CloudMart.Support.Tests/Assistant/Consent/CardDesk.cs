using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Consent;

/// <summary>A desk at which customers wish for changes that take a card.</summary>
public abstract class CardDesk : IAsyncDisposable
{
    protected const string ReturnLamp = """{"orderId":"CM-1","itemIds":["lamp"],"refundTo":"credit_card_4242"}""";
    protected const string ReturnMug = """{"orderId":"CM-1","itemIds":["mug-black"],"refundTo":"credit_card_4242"}""";
    protected const string ChangeAddress =
        """{"orderId":"CM-2","address":{"line1":"5 Oak Road","line2":null,"city":"Salem","state":"OR","zip":"97301","country":"USA"}}""";

    protected const string ChangeMug = """{"orderId":"CM-2","changes":[{"itemId":"mug-black","newItemId":"mug-red"}],"paymentMethodId":"credit_card_4242"}""";

    private protected Desk Desk { get; set; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Desk.DisposeAsync();
    }

    private protected async Task<string> AskAsync(string text, params (string, string)[] calls)
    {
        await Desk.FurnishAsync(ReturningShop.Order("CM-1"), ReturningShop.Order("CM-2", OrderStatus.Pending));
        Desk.Assistant.Calls(calls).Says("Please look at the card.");
        var id = await Desk.SayAsync(text);
        await Desk.SettleAsync();
        return id;
    }

    private protected async Task AgainAsync(string id, string text, params (string, string)[] calls)
    {
        Desk.Assistant.Calls(calls).Says("Please look at the card.");
        await Desk.SayAsync(text, id);
        await Desk.SettleAsync();
    }

    private protected ActionId CardOf(string id) => Desk.EventsOf(id).OfType<ActionProposed>().Last().Action;

    private protected Task<ActionResult> ConfirmAsync(string id) =>
        Desk.Actions.ConfirmAsync(Desk.Ana, id, Desk.EventsOf(id).OfType<ActionProposed>().First().Action, Stop);

    private protected async Task<Order> OrderAsync(string orderId) => (await Desk.Store.FindAsync(orderId, Stop))!;

    private protected string LastOutput() => Desk.Assistant.Asked.Last().Thread.OfType<ToolRound>().Last().Calls[^1].Output;

    private protected async Task CommitAsync(string orderId, Func<Order, Order> change)
    {
        var order = await OrderAsync(orderId);
        var shop = new ShopChange(new OrderChange(order, change(order) with { Version = order.Version + 1 }), null);
        await Desk.Store.CommitAsync(shop, Entries.Entry(Entries.NewConversation(), 1, new CustomerSaid("x", "m", "y")), Stop);
    }
}
