using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole.Export;
using Microsoft.AspNetCore.Components.Server.Circuits;
using MudBlazor.Services;

namespace CloudMart.Support.Web.CustomerSupport;

public static class CustomerSupportSetup
{
    /// <summary>What the customer's pages need besides Core's services and the sign-in.</summary>
    public static IServiceCollection AddCustomerPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddScoped<CurrentCustomer>();
        services.AddScoped<ConversationState>();
        services.AddScoped<DeskRequests>();
        services.AddScoped<OwedConversation>();
        services.AddScoped<PagePatience>();
        services.AddScoped<CircuitHandler, OpenPages>();
        return services.AddTransient<OwnNews>();
    }

    /// <summary>Static files and pages; <c>/</c> leads to <c>/support</c>. After authentication, authorization and antiforgery.</summary>
    public static WebApplication MapCustomerPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet("/", () => Results.Redirect("/support")).ExcludeFromDescription();
        app.MapTranscript();
        app.MapStaffDownloads();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        return app;
    }
}
