using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CloudMart.Support.Core.Telemetry;

internal static class InstrumentsSetup
{
    /// <summary>
    /// The instruments, for any feature that counts something; registered once, however many ask. Nothing listens to them by itself.
    /// </summary>
    public static IServiceCollection AddInstruments(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton<TurnMeter>();
        services.TryAddSingleton<ModelMeter>();
        services.TryAddSingleton<ToolMeter>();
        services.TryAddSingleton<StoreMeter>();
        services.TryAddSingleton<PageMeter>();
        return services;
    }
}
