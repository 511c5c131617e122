using System.Reflection;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.HelpCenter;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>What a model writes as the arguments of a call: read and checked by every tool, none of which gets as far as a store.</summary>
internal sealed class ToolArgumentsReader : IFuzzedReader
{
    private readonly ToolCatalogue _tools = new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(Absent.Of<IOrderStore>()).AddSingleton(Absent.Of<ICustomerStore>())
        .AddSingleton(Absent.Of<IProductStore>()).AddSingleton(Absent.Of<IHelpCenter>())
        .AddSingleton<OrderService>().AddTools()
        .BuildServiceProvider().GetRequiredService<ToolCatalogue>();

    public string Name => "tool arguments";

    public IReadOnlyList<byte[]> Samples { get; } = Readers.Samples.Bytes(
    [
        "{}",
        """{"orderId":"CM-7890","reason":null}""",
        """{"orderId":"CM-1","itemIds":["2041-3","3310-1"],"paymentMethodId":"credit_card_4242"}""",
        """{"orderId":"CM-1","items":[{"itemId":"a","newItemId":"b"}],"paymentMethodId":"paypal_1"}""",
        """{"orderId":"CM-1","address":{"line1":"12 Elm Street","line2":"","city":"Portland","state":"OR","zip":"97205","country":"USA"}}""",
        """{"status":"pending","query":"boots","question":"returns?","productId":"7741","reason":"wants a person","summary":"all"}""",
    ]);

    public Type? Declared => null;

    public void Read(byte[] input)
    {
        var arguments = InputText.Of(input);
        foreach (var tool in _tools.Descriptions)
        {
            _tools.Doing(new ToolCall("", tool.Name, arguments));
        }
    }

    private static class Absent
    {
        public static T Of<T>()
            where T : class => DispatchProxy.Create<T, AskedForNothing>();
    }

    internal class AskedForNothing : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            throw new InvalidOperationException($"{targetMethod?.Name}: nothing is to be asked for while arguments are read.");
    }
}
