using Bunit;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.SignIn;

public sealed class SignInPageTests : IAsyncDisposable
{
    private readonly CustomersBrowser _browser = new();

    [Fact]
    public void In_the_demo_one_chooses_who_one_is_and_comes_back_to_where_one_wanted_to_go()
    {
        _browser.Services.Configure<DemoOptions>(demo => demo.Enabled = true);
        GoTo("/signin?returnUrl=%2Forders");

        var page = _browser.Render<SignInPage>();

        Assert.Equal(DemoAccounts.All.Select(account => account.FullName), page.FindAll("button[name=account] .who").Select(who => who.TextContent));
        Assert.Equal("/signin/demo", page.Find("form:has(button[name=account])").GetAttribute("action"));
        Assert.Equal("/orders", page.Find("input[name=returnUrl]").GetAttribute("value"));
        Assert.Empty(page.FindAll("nav[aria-label='Ways to sign in']"));
    }

    [Fact]
    public void Who_is_signed_in_already_reads_as_whom_and_may_leave()
    {
        var page = _browser.Render<SignInPage>();

        var form = page.Find("form[action='/signout']");
        Assert.Contains("You are signed in as Ana (customer-1).", form.TextContent, StringComparison.Ordinal);
        Assert.Equal("Customer", form.QuerySelector("input[name=scheme]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/orders", "/signin/customer?returnUrl=%2Forders", "/signin/staff?returnUrl=%2Forders")]
    [InlineData("https://elsewhere.example", "/signin/customer", "/signin/staff")]
    [InlineData("//elsewhere.example", "/signin/customer", "/signin/staff")]
    public void With_a_provider_both_ways_lead_through_it_and_never_to_another_site(string wanted, string customer, string staff)
    {
        AskProvider();
        GoTo($"/signin?returnUrl={Uri.EscapeDataString(wanted)}");

        Assert.Equal([customer, staff], WaysIn(_browser.Render<SignInPage>()));
    }

    [Theory]
    [InlineData("NotStaff", "That account is not one of staff. Use another one, or sign in as a customer.", "/signin/customer", "/signin/staff?other=true")]
    [InlineData("NotCustomer", "That account is not a customer’s. Use another one, or the staff sign-in.", "/signin/customer?other=true", "/signin/staff")]
    [InlineData("Failed", "That did not work. Please try again.", "/signin/customer", "/signin/staff")]
    [InlineData("Away", "Signing in takes longer than usual right now. Please try again in a moment.", "/signin/customer", "/signin/staff")]
    public void What_went_wrong_is_said_and_another_account_asked_for_where_that_helps(string problem, string words, string customer, string staff)
    {
        AskProvider();
        GoTo($"/signin?problem={problem}");

        var page = _browser.Render<SignInPage>();

        Assert.Equal(words, page.Find("[role=alert]").TextContent);
        Assert.Equal([customer, staff], WaysIn(page));
    }

    [Fact]
    public void A_problem_that_nobody_knows_is_not_repeated()
    {
        GoTo("/signin?problem=%3Cb%3EYour+account+is+locked%3C%2Fb%3E");

        Assert.Empty(_browser.Render<SignInPage>().FindAll("[role=alert]"));
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    private void AskProvider() => _browser.Settings["Authentication:Oidc:Authority"] = "https://login.example";

    private void GoTo(string address) => _browser.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

    private static IEnumerable<string?> WaysIn(IRenderedComponent<SignInPage> page) =>
        page.FindAll("nav[aria-label='Ways to sign in'] a").Select(way => way.GetAttribute("href"));
}
