using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.HelpCenter;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.Api;
using CloudMart.Support.Web.Commands;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.Health;
using CloudMart.Support.Web.Hosting;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole;
using CloudMart.Support.Web.Telemetry;

WebApplicationBuilder? builder = null;
try
{
    var line = CommandLine.Of(args);
    builder = WebApplication.CreateBuilder(line.Settings);
    builder.AddHosting();
    builder.Services
        .AddStorage(builder.Configuration)
        .AddCustomers(builder.Configuration)
        .AddOrders(builder.Configuration)
        .AddDemoOrders(builder.Configuration)
        .AddHelpCenter()
        .AddTools()
        .AddConversations(builder.Configuration)
        .AddAssistantProvider(builder.Configuration)
        .AddRunWorker()
        .AddStaff()
        .AddInsights()
        .AddSignIn(builder.Configuration)
        .AddApi()
        .AddCustomerPages()
        .AddStaffConsole()
        .AddHealth()
        .AddCommands();
    builder.AddTelemetry();

    var app = builder.Build();
    if (line.Command is { } command)
    {
        return await app.RunCommandAsync(command, line.Arguments);
    }

    app.UseKnownProxies();
    app.UseSafeHeaders();
    app.UseErrors();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.MapHealth();
    app.MapSignIn();
    app.MapApi();
    app.MapCustomerPages();

    app.WelcomeOnceStarted();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartUpFailure.Explain(exception, builder?.Configuration) is { Count: > 0 } lines)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, lines));
    return 1;
}
