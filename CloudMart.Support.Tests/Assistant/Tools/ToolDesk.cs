using System.Text.Json;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.Assistant.Tools;

/// <summary>The catalogue as the product registers it, over a few orders.</summary>
internal sealed class ToolDesk
{
    public ToolDesk(params IEnumerable<Order> orders)
    {
        Store = new InMemoryOrderStore(orders);
        Catalogue = new ServiceCollection()
            .AddSingleton<IOrderStore>(Store)
            .AddSingleton<ICustomerStore>(Store)
            .AddSingleton<IProductStore>(Store)
            .AddSingleton<TimeProvider>(new FakeTimeProvider(CornerShop.Noon))
            .AddSingleton<OrderService>()
            .AddTools()
            .BuildServiceProvider()
            .GetRequiredService<ToolCatalogue>();
    }

    public InMemoryOrderStore Store { get; }

    public ToolCatalogue Catalogue { get; }

    public Task<ToolDecision> DecideAsync(
        string tool, string arguments, ConversationSnapshot? conversation = null, SignedInCustomer? customer = null) =>
        Catalogue.DecideAsync(
            new ToolCall("call_1", tool, arguments),
            new ToolContext(customer ?? CornerShop.Ana, CornerShop.Operation, conversation ?? CornerShop.Saying("hello")),
            TestContext.Current.CancellationToken);

    public async Task<JsonElement> AskAsync(string tool, string arguments, ConversationSnapshot? conversation = null, SignedInCustomer? customer = null) =>
        Read((await DecideAsync(tool, arguments, conversation, customer)).Output);

    public static JsonElement Read(string output) => JsonSerializer.Deserialize<JsonElement>(output);

    public static string? Outcome(ToolDecision decision) => Read(decision.Output).GetProperty("outcome").GetString();
}
