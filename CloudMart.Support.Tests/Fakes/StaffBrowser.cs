using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole;
using CloudMart.Support.Web.StaffConsole.Inbox;
using CloudMart.Support.Web.StaffConsole.Watching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using MudBlazor.Services;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A member of staff before the console, over a desk where nothing happens by itself. Its scripts do nothing but take calls.</summary>
internal sealed class StaffBrowser : BunitContext
{
    public static readonly SignedInStaff Sam = new("staff-1", "Sam");
    public static readonly SignedInStaff Priya = new("supervisor-1", "Priya", IsSupervisor: true);

    /// <summary>Only a failing test waits this long; a busy machine may need more than bUnit's second.</summary>
    static StaffBrowser() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    private readonly BunitJSModuleInterop _page;
    private readonly BunitAuthorizationContext _signIn;

    /// <param name="kept">What the browser kept from the last time; null where it was never here.</param>
    /// <param name="who">Who sits before it; Sam where it is not said.</param>
    /// <param name="hasModel">A model thinks, and not the demo's rules.</param>
    public StaffBrowser(KeptChoice? kept = null, SignedInStaff? who = null, bool hasModel = false)
    {
        Desk = new(services => services.Configure<AssistantOptions>(
            assistant => assistant.Provider = hasModel ? AssistantProvider.OpenAI : AssistantProvider.Embedded));
        var person = who ?? Sam;
        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Desk.Clock);
        Services.AddSingleton<IStoreFaults>(Desk);
        Services.AddSingleton<IOrderStore>(Desk.Store);
        Services.AddSingleton(Desk.Feed);
        Services.AddSingleton<IConversationLog>(Desk.Store);
        Services.AddSingleton<StaffOrders>().AddSingleton(new StaffChoices(Desk.Store, Desk.Store));
        Services.AddSingleton<ICustomerDirectory>(Desk).AddSingleton<CustomerNames>();
        Services.AddSingleton(Desk.StaffConversations).AddSingleton(Desk.StaffSearch).AddSingleton(Desk.Staff).AddSingleton(Desk.Approvals);
        Services.AddSingleton(Desk.Presence).AddSingleton(Desk.WhoIsThere).AddSingleton(Desk.Audits).AddSingleton(Desk.Insights).AddSingleton(Desk.CannedReplies).AddSingleton(Desk.Drafts);
        Services.AddSingleton<Colleagues>().Configure<DemoOptions>(demo => demo.Enabled = true);
        Services.AddScoped<CurrentStaff>().AddScoped<PagePatience>().AddScoped<InboxState>().AddScoped<StaffConversation>();
        _signIn = AddAuthorization();
        _signIn.SetAuthorized(person.Name)
            .SetPolicies(person.IsSupervisor ? [SignInPolicies.Staff, SignInPolicies.Supervisor] : [SignInPolicies.Staff])
            .SetRoles(person.IsSupervisor ? [SignInRoles.Staff, SignInRoles.Supervisor] : [SignInRoles.Staff])
            .SetClaims(new Claim(ClaimTypes.NameIdentifier, person.StaffId), new Claim(ClaimTypes.GivenName, person.Name));
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("./_content/MudBlazor/MudBlazor.min.js").Mode = JSRuntimeMode.Loose;
        _page = JSInterop.SetupModule("./StaffConsole/ConsoleRoom.razor.js");
        _page.Setup<KeptChoice?>("attach", _ => true).SetResult(kept);
        _page.Setup<bool>("append", _ => true).SetResult(true);
    }

    /// <summary>What the console's script was given to ask of.</summary>
    public ConsoleDesk Console => ((DotNetObjectReference<ConsoleDesk>)Assert.Single(Asked("attach"))[1]!).Value;

    /// <summary>What was asked of the page's script under <paramref name="name"/>.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Asked(string name) => [.. _page.Invocations[name].Select(call => call.Arguments)];

    /// <summary>What was first appended to the live answer, once something is: no drawing tells of it.</summary>
    public async Task<string> FirstAppendedAsync()
    {
        while (true)
        {
            Xunit.TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var pieces = await Renderer.Dispatcher.InvokeAsync(() => Asked("append"));
            if (pieces.Count > 0)
            {
                return (string)pieces[0][1]!;
            }

            await Task.Yield();
        }
    }

    /// <summary>The sign-in ends while the page is open.</summary>
    public void SignOut() => _signIn.SetPolicies("None").SetNotAuthorized();

    public Desk Desk { get; }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Desk.DisposeAsync();
    }
}
