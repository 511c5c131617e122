using CloudMart.Support.Tests.Fakes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CloudMart.Support.Tests.Journeys;

/// <summary>Signing in by a real OpenID provider, which takes any password and refuses whoever comes without PKCE.</summary>
[Collection(Elsewhere)]
public sealed class ProviderSignInTests(RealBrowser browser, ProviderPortal portal) : Journey(browser, portal)
{
    [Fact]
    public async Task A_customer_signs_in_by_the_provider_and_comes_back_to_the_page_they_wanted()
    {
        var tab = await OpenAsync();

        await tab.Page.GotoAsync("/orders/CM-7890");
        await tab.SignInByProviderAsync("Sign in", "customer-1");

        await Expect(tab.OrderCard("CM-7890")).ToBeVisibleAsync();
        Assert.Equal("/orders/CM-7890", tab.Path);
    }

    [Fact]
    public async Task One_browser_shows_both_sides_each_by_an_account_of_its_own()
    {
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/signin");
        await tab.SignInByProviderAsync("Sign in", "customer-1");
        await tab.IsReadyAsync();

        await tab.Page.GotoAsync("/staff/orders/CM-7890");
        await tab.SignInByProviderAsync("Staff sign-in", "supervisor-1");

        await Expect(tab.OrderCard("CM-7890")).ToContainTextAsync("of customer-1");
        var other = await tab.OpenAnotherAsync("/orders");
        await Expect(other.OrderCard("CM-7890")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_is_not_staff_does_not_get_in_by_the_staff_sign_in_and_is_asked_for_another_account()
    {
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/staff/orders/CM-7890");

        await tab.SignInByProviderAsync("Staff sign-in", "customer-2");
        await Expect(tab.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "not one of staff" })).ToBeVisibleAsync();
        await tab.SignInByProviderAsync("Staff sign-in", "staff-1");

        await Expect(tab.OrderCard("CM-7890")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Staff_do_not_get_in_as_a_customer()
    {
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/support");

        await tab.SignInByProviderAsync("Sign in", "staff-1");

        await Expect(tab.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "not a customer’s" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_leaves_the_provider_as_well()
    {
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/orders");
        await tab.SignInByProviderAsync("Sign in", "customer-1");
        await tab.IsReadyAsync();

        await tab.Button("Sign out").ClickAsync();
        await tab.Button("Yes, sign me out").ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/signin$"));
        await tab.Way("Sign in").ClickAsync();

        await Expect(tab.Page.GetByPlaceholder("Enter any login")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("staff-7", false)]
    [InlineData("staff-8", true)] // only its ID tokens tell of roles
    public async Task A_role_taken_away_ends_the_page_that_is_open(string account, bool hidesRoles)
    {
        await portal.AddressAsync();
        await portal.Provider.SaysAsync(account, new { name = "Kim Novak", roles = new[] { "staff" }, hidesRoles });
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/staff/orders/CM-7890");
        await tab.SignInByProviderAsync("Staff sign-in", account);
        await Expect(tab.OrderCard("CM-7890")).ToBeVisibleAsync();

        await portal.Provider.SaysAsync(account, new { name = "Kim Novak", hidesRoles });

        await Expect(tab.SignInEnded).ToBeVisibleAsync();
        await tab.Page.ReloadAsync();
        await Expect(tab.Way("Staff sign-in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_sign_in_outlives_the_providers_access_token_in_every_open_page()
    {
        var tab = await OpenAsync();
        await tab.Page.GotoAsync("/orders");
        await tab.SignInByProviderAsync("Sign in", "customer-1");
        await tab.IsReadyAsync();
        var other = await tab.OpenAnotherAsync("/support");
        var before = await portal.Provider.RenewalsAsync();

        await portal.Provider.RenewalsAsync(before + 2);

        await other.GoToAsync("/support");
        await Expect(tab.SignInEnded).ToHaveCountAsync(0);
        await Expect(other.Box).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signing_out_in_one_tab_ends_the_page_that_is_open_in_another()
    {
        var tab = await OpenAsync();
        await tab.SignInAsync("customer-2");
        await tab.GoToAsync("/orders");
        var other = await tab.OpenAnotherAsync("/support");

        await other.Button("Sign out").ClickAsync();

        await Expect(tab.SignInEnded).ToBeVisibleAsync();
    }
}
