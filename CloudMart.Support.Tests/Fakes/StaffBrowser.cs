using System.Security.Claims;
using Bunit;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A member of staff before the console, over a desk where nothing happens by itself. Its scripts do nothing but take calls.</summary>
internal sealed class StaffBrowser : BunitContext
{
    public static readonly SignedInStaff Sam = new("staff-1", "Sam");

    /// <summary>Only a failing test waits this long; a busy machine may need more than bUnit's second.</summary>
    static StaffBrowser() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    public StaffBrowser()
    {
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Desk.Clock);
        Services.AddSingleton<IStoreFaults>(Desk);
        Services.AddSingleton<IOrderStore>(Desk.Store);
        Services.AddSingleton(Desk.Feed);
        Services.AddSingleton<StaffOrders>();
        Services.AddScoped<CurrentStaff>().AddScoped<PagePatience>();
        AddAuthorization().SetAuthorized(Sam.Name).SetPolicies(SignInPolicies.Staff).SetRoles(SignInRoles.Staff).SetClaims(
            new Claim(ClaimTypes.NameIdentifier, Sam.StaffId), new Claim(ClaimTypes.GivenName, Sam.Name));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public Desk Desk { get; } = new();

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Desk.DisposeAsync();
    }
}
