using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Web.Hosting;

/// <summary>What the console says to whoever has just started the program: where to look, and as whom.</summary>
internal static class Welcome
{
    public static void WelcomeOnceStarted(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(For(app.Urls, DemoOptions.IsEnabled(app.Configuration))));

    public static string For(IEnumerable<string> addresses, bool demo)
    {
        var address = string.Join(" and ", addresses);
        return demo
            ? $"""

              CloudMart Support is ready: {address}
              Sign in as {string.Join(", ", DemoAccounts.All.Select(account => account.Id))} (demo accounts, no password).

              """
            : $"CloudMart Support is ready: {address}";
    }
}
