using System.Security.Claims;
using Bunit;
using CloudMart.Support.Core.Conversations;
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
    public static readonly SignedInStaff Priya = new("supervisor-1", "Priya", IsSupervisor: true);

    /// <summary>Only a failing test waits this long; a busy machine may need more than bUnit's second.</summary>
    static StaffBrowser() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    /// <param name="who">Who sits before it; Sam where it is not said.</param>
    public StaffBrowser(SignedInStaff? who = null)
    {
        var person = who ?? Sam;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Desk.Clock);
        Services.AddSingleton<IStoreFaults>(Desk);
        Services.AddSingleton<IOrderStore>(Desk.Store);
        Services.AddSingleton(Desk.Feed);
        Services.AddSingleton<IConversationLog>(Desk.Store);
        Services.AddSingleton<StaffOrders>();
        Services.AddSingleton(Desk.Presence).AddSingleton(Desk.Audits).AddSingleton(Desk.Staff);
        Services.AddScoped<CurrentStaff>().AddScoped<PagePatience>();
        AddAuthorization().SetAuthorized(person.Name)
            .SetPolicies(person.IsSupervisor ? [SignInPolicies.Staff, SignInPolicies.Supervisor] : [SignInPolicies.Staff])
            .SetRoles(person.IsSupervisor ? [SignInRoles.Staff, SignInRoles.Supervisor] : [SignInRoles.Staff])
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, person.StaffId), new Claim(ClaimTypes.GivenName, person.Name));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public Desk Desk { get; } = new();

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Desk.DisposeAsync();
    }
}
