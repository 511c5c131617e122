using CloudMart.Support.Core.Conversations.PaymentCards;
using CloudMart.Support.Core.Customers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CloudMart.Support.Core.Orders;

public static class OrdersSetup
{
    /// <summary>What customers can do with orders and, where it is enabled, the <see cref="DemoShop"/>; without the store.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<OrderService>();
        services.AddSingleton<IOwnOrderNumbers, OwnOrderNumbers>();
        if (DemoOptions.IsEnabled(configuration))
        {
            services.AddSingleton<DemoShop>();
        }

        return services;
    }
}
