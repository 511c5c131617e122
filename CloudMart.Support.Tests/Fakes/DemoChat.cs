using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>An <see cref="EmbeddedChat"/> over what the demo shop sells, with its first customer's orders and payment methods.</summary>
internal static class DemoChat
{
    public static EmbeddedChat Begin()
    {
        var ana = DemoCustomers.All[0];
        var chat = new EmbeddedChat([.. DemoOrders.PlacedBefore(EmbeddedChat.Now).Where(order => order.CustomerId == ana.CustomerId)]);
        chat.Shop.Sold = DemoCatalogue.All;
        chat.Shop.Methods.Clear();
        chat.Shop.Methods.AddRange(
            ana.PaymentMethods.Select(PaymentMethodView.Of).Select(method => (method.Id, method.Name, method.Kind, method.Balance)));
        return chat;
    }
}
