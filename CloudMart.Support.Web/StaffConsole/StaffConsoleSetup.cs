using CloudMart.Support.Core.Scenarios.Writing;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole.Inbox;
using CloudMart.Support.Web.StaffConsole.Watching;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.StaffConsole;

public static class StaffConsoleSetup
{
    /// <summary>What the pages of staff need besides the customer's pages and Core's services.</summary>
    public static IServiceCollection AddStaffConsole(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<StaffConsoleOptions>().BindConfiguration(StaffConsoleOptions.Section);
        services.AddSingleton<IValidateOptions<StaffConsoleOptions>, StaffConsoleOptionsValidator>();
        return services
            .AddSingleton<Colleagues>()
            .AddSingleton<ScenarioExport>()
            .AddScoped<CurrentStaff>()
            .AddScoped<InboxState>()
            .AddScoped<StaffConversation>();
    }
}
