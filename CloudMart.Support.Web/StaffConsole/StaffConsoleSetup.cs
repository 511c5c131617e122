using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.StaffConsole;

public static class StaffConsoleSetup
{
    /// <summary>What the pages of staff need besides the customer's pages and Core's services.</summary>
    public static IServiceCollection AddStaffConsole(this IServiceCollection services) => services.AddScoped<CurrentStaff>();
}
