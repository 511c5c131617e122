using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.HelpCenter;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>The product without its web pages: the same registrations, with its workers running.</summary>
internal sealed class ScenarioServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _running = [];

    private ScenarioServer(ServiceProvider services) => _services = services;

    /// <exception cref="OptionsValidationException">A setting is wrong.</exception>
    public static async Task<ScenarioServer> StartAsync(
        IConfiguration settings, TimeProvider clock, AssistantMood mood, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(settings).AddSingleton(clock);
        services.AddStorage(settings).AddCustomers(settings).AddOrders(settings).AddHelpCenter().AddTools();
        services.AddConversations(settings).AddAssistantProvider(settings).AddRunWorker().AddStaff().AddMood(mood);
        var server = new ScenarioServer(services.BuildServiceProvider());
        server.Get<IStartupValidator>().Validate();
        foreach (var service in server._services.GetServices<IHostedService>())
        {
            await service.StartAsync(cancellationToken);
            server._running.Add(service);
        }

        return server;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(_running))
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }
}
