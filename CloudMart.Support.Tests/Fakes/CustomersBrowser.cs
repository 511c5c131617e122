using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.HelpCenter;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Products;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Ana before the customer's pages, over a desk where nothing happens by itself. Its scripts do nothing but take calls.</summary>
internal sealed class CustomersBrowser : BunitContext
{
    private readonly BunitJSModuleInterop _page;
    private readonly BunitAuthorizationContext _signIn;

    /// <summary>Only a failing test waits this long; a busy machine may need more than bUnit's second.</summary>
    static CustomersBrowser() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    /// <param name="opens">What the browser asks to be opened: a conversation's id, empty for a new one, null where it has no wish.</param>
    public CustomersBrowser(string? opens = null)
    {
        Services.AddMudServices();
        Services.AddSingleton<IConfiguration>(Settings);
        Services.AddSingleton<TimeProvider>(Desk.Clock);
        Services.AddSingleton<IStoreFaults>(Desk);
        Services.AddSingleton(Desk.Conversations);
        Services.AddSingleton(Desk.Actions);
        Services.AddSingleton(Desk.HandOvers).AddSingleton(Desk.Ratings).AddSingleton(Desk.Waits).AddSingleton(Desk.WhoIsThere);
        Services.AddSingleton<IOrderStore>(Desk.Store).AddSingleton<ICustomerStore>(Desk.Store).AddSingleton<IProductStore>(Desk.Store);
        Services.AddSingleton<OrderService>();
        Services.AddHelpCenter().AddTools();
        Services.AddScoped<CurrentCustomer>().AddScoped<ConversationState>().AddScoped<DeskRequests>().AddScoped<OwedConversation>().AddScoped<PagePatience>().AddTransient<OwnNews>();
        _signIn = AddAuthorization();
        _signIn.SetAuthorized(Desk.Ana.Name).SetPolicies(SignInPolicies.Customer).SetRoles(SignInRoles.Customer).SetClaims(
            new Claim(ClaimTypes.NameIdentifier, Desk.Ana.CustomerId), new Claim(ClaimTypes.GivenName, Desk.Ana.Name));
        JSInterop.Mode = JSRuntimeMode.Loose;
        _page = JSInterop.SetupModule("./CustomerSupport/ConversationRoom.razor.js");
        _page.Setup<string?>("attach", _ => true).SetResult(opens);
        _page.Setup<bool>("append", _ => true).SetResult(true);
    }

    public Desk Desk { get; } = new();

    public ConfigurationManager Settings { get; } = new();

    /// <summary>The page, once it has opened what it was to open.</summary>
    public async Task<IRenderedComponent<ConversationRoom>> OpenRoomAsync()
    {
        var room = Render<ConversationRoom>();
        await room.WaitForAssertionAsync(() => Assert.Equal("true", room.Find(".room").GetAttribute("data-open")));
        return room;
    }

    /// <summary>What was appended to the live answer, once it is <paramref name="count"/> pieces.</summary>
    /// <param name="count">How many.</param>
    /// <param name="advancing">Lets time pass meanwhile.</param>
    public async Task<IReadOnlyList<string>> AppendedAsync(int count, bool advancing = false)
    {
        while (true)
        {
            Xunit.TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var pieces = await Renderer.Dispatcher.InvokeAsync(
                () => _page.Invocations["append"].Select(call => (string)call.Arguments[1]!).ToList());
            if (pieces.Count >= count)
            {
                return pieces;
            }

            Desk.Clock.Advance(advancing ? TimeSpan.FromMilliseconds(10) : TimeSpan.Zero);
            await Task.Yield();
        }
    }

    /// <summary>Her sign-in ends while the page is open.</summary>
    public void SignOut() => _signIn.SetPolicies("None").SetNotAuthorized();

    public Task PutAsync(params IReadOnlyCollection<Order> orders) => Desk.Store.AddMissingAsync(orders, Xunit.TestContext.Current.CancellationToken);

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Desk.DisposeAsync();
    }
}
