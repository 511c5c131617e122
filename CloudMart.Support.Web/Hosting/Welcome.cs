using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Web.Hosting;

/// <summary>What the console says to whoever has just started the program: where to look, and as whom.</summary>
internal static partial class Welcome
{
    public static void WelcomeOnceStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = string.Join(" and ", app.Urls);
        if (DemoOptions.IsEnabled(app.Configuration))
        {
            LogDemo(app.Logger, addresses, Environment.NewLine, string.Join(", ", DemoAccounts.All.Select(account => account.Id)));
        }
        else
        {
            LogReady(app.Logger, addresses);
        }
    });

    [LoggerMessage(2010, LogLevel.Information, "CloudMart Support is ready: {Addresses}{NewLine}Sign in as {Accounts} (demo accounts, no password)")]
    private static partial void LogDemo(ILogger logger, string addresses, string newLine, string accounts);

    [LoggerMessage(2011, LogLevel.Information, "CloudMart Support is ready: {Addresses}")]
    private static partial void LogReady(ILogger logger, string addresses);
}
