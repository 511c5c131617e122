using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Core.Storage;

public static class TracedStores
{
    /// <summary>
    /// Puts spans around the ports of log, owed answers and orders, whichever store is behind them; so no store knows of telemetry. Call it
    /// after the store is registered.
    /// </summary>
    public static IServiceCollection AddStoreSpans(this IServiceCollection services) => services
        .Decorate<IConversationLog>(log => new TracedConversationLog(log))
        .Decorate<IOwedAnswers>(owed => new TracedOwedAnswers(owed))
        .Decorate<IOrderStore>(orders => new TracedOrderStore(orders));

    /// <summary>What was registered stays the container's, under a key, and is disposed by it.</summary>
    private static IServiceCollection Decorate<TPort>(this IServiceCollection services, Func<TPort, TPort> decorate)
        where TPort : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(TPort) && !service.IsKeyedService);
        services.Remove(inner);
        services.Add(inner switch
        {
            { ImplementationInstance: { } instance } => new ServiceDescriptor(typeof(TPort), typeof(TracedStores), instance),
            { ImplementationType: { } type } => new ServiceDescriptor(typeof(TPort), typeof(TracedStores), type, inner.Lifetime),
            _ => new ServiceDescriptor(
                typeof(TPort), typeof(TracedStores), (provider, _) => inner.ImplementationFactory!(provider), inner.Lifetime),
        });
        return services.AddSingleton(provider => decorate(provider.GetRequiredKeyedService<TPort>(typeof(TracedStores))));
    }
}
