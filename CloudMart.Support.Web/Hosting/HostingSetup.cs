using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Web.Hosting;

internal static class HostingSetup
{
    /// <summary>What any host of this program needs before its features: settings, their home folder, and one voice for failed starts.</summary>
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.AddRootSettings();
        builder.Logging.LeaveFailedStartsToUs();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddKnownProxies().AddSafeHeaders();
        builder.Services.PostConfigure<SqliteOptions>(store =>
        {
            if (store.Path is { Length: > 0 } path)
            {
                store.Path = Path.GetFullPath(path, HomeFolder.Of(builder.Environment));
            }
        });
    }

    /// <summary>The demo's orders and replies, put into the store once it is known to work: call it after <c>AddStorage</c>.</summary>
    public static IServiceCollection AddDemoOrders(this IServiceCollection services, IConfiguration configuration) =>
        DemoOptions.IsEnabled(configuration) ? services.AddSingleton<DemoReplies>().AddHostedService<DemoSeeding>() : services;
}
