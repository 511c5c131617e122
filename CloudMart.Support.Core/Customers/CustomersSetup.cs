using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Customers;

public static class CustomersSetup
{
    /// <summary>The customers' directory, without their store, and the settings of the demo shop (<c>Demo</c>).</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services, IConfiguration configuration)
    {
        var demo = DemoOptions.IsEnabled(configuration);
        services.AddSingleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>();
        services.AddOptions<DemoOptions>()
            .Bind(configuration.GetSection(DemoOptions.Section))
            .Configure(options => options.Enabled = demo)
            .ValidateOnStart();
        return services.AddSingleton<ICustomerDirectory, StoredCustomers>();
    }
}
