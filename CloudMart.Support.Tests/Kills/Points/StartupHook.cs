using System.Diagnostics;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Kills.Points;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

/// <summary>
/// Runs in a server before its own first line, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly, and puts a trap around its ports. So
/// the server that is killed is built of the very files that are deployed, and these hold nothing of it. .NET wants this name and no namespace.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Trap.FromEnvironment() is { } trap)
        {
            if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") != Environments.Development)
            {
                throw new InvalidOperationException("Servers are killed at named points in Development only.");
            }

            DiagnosticListener.AllListeners.Subscribe(new HostsBeingBuilt(services => services
                .Surround<IConversationLog>(log => new LogWithTrap(log, trap))
                .Surround<IOrderStore>(orders => new OrderStoreWithTrap(orders, trap))
                .Surround<IAssistant>(assistant => new AssistantWithTrap(assistant, trap))));
        }
    }

    private static IServiceCollection Surround<TPort>(this IServiceCollection services, Func<TPort, TPort> surround)
        where TPort : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(TPort) && !service.IsKeyedService);
        return services.AddSingleton(provider => surround((TPort)(
            inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))));
    }

    /// <summary>Hears of a host when everything is registered and nothing is made yet: what <c>WebApplicationFactory</c> stands on, too.</summary>
    private sealed class HostsBeingBuilt(Action<IServiceCollection> alter) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder host })
            {
                host.ConfigureServices((_, services) => alter(services));
            }
        }

        public void OnError(Exception error)
        {
        }

        public void OnCompleted()
        {
        }
    }
}
