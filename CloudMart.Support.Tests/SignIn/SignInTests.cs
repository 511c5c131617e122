using System.Net;
using System.Net.Http.Json;
using CloudMart.Support.Tests.Api;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.SignIn;

[Trait("Needs", "Server")]
public sealed class SignInTests : IAsyncDisposable
{
    private readonly Portal _portal = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/support")]
    [InlineData("/orders")]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_and_back(string page)
    {
        using var browser = new Browser(_portal);

        using var reply = await browser.Client.GetAsync(new Uri(page, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.EndsWith($"/signin?returnUrl={Uri.EscapeDataString(page)}", reply.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(page, await browser.SignInAsync("customer-1", page));
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfAsync(page));
    }

    [Fact]
    public async Task The_page_offers_every_demo_account_by_its_id()
    {
        using var browser = new Browser(_portal);

        var page = await browser.ReadAsync("/signin");

        Assert.All(["customer-1", "customer-2", "staff-1", "supervisor-1"], id => Assert.Contains(id, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("\\\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("elsewhere")]
    [InlineData("~/support")]
    [InlineData("")]
    public async Task The_sign_in_never_leads_to_another_site(string returnUrl)
    {
        using var browser = new Browser(_portal);

        Assert.Equal("/", await browser.SignInAsync("customer-1", returnUrl));
    }

    [Theory]
    [InlineData("/%2Felsewhere.example")]
    [InlineData("/%5Celsewhere.example")]
    [InlineData("/orders?next=//elsewhere.example")]
    public async Task What_looks_like_another_site_only_once_it_is_decoded_stays_a_path_of_ours(string returnUrl)
    {
        using var browser = new Browser(_portal);

        var leadsTo = new Uri(new Uri("https://shop.example"), await browser.SignInAsync("customer-1", returnUrl));

        Assert.Equal("shop.example", leadsTo.Host);
    }

    [Theory]
    [InlineData("customer-1", HttpStatusCode.Redirect)]
    [InlineData("staff-1", HttpStatusCode.OK)]
    [InlineData("supervisor-1", HttpStatusCode.OK)]
    public async Task The_page_of_any_order_is_for_staff_only(string account, HttpStatusCode status)
    {
        using var browser = await Browser.SignedInAsync(_portal, account);

        Assert.Equal(status, await browser.StatusOfAsync("/staff/orders/CM-7890"));
    }

    [Theory]
    [InlineData("customer-1", "/")]
    [InlineData("staff-1", "/staff")]
    [InlineData("supervisor-1", "/staff")]
    public async Task Who_wanted_to_go_nowhere_in_particular_comes_to_where_they_work(string account, string place)
    {
        using var browser = new Browser(_portal);

        Assert.Equal(place, await browser.SignInAsync(account));
    }

    [Fact]
    public async Task One_browser_is_a_customer_and_staff_at_once_and_leaves_one_of_them()
    {
        using var browser = await Browser.SignedInAsync(_portal, "customer-1");
        await browser.SignInAsync("staff-1");
        var both = await browser.ReadAsync("/signin");
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfAsync("/orders"));

        await browser.SignOutAsync("Customer");

        var page = await browser.ReadAsync("/signin");
        Assert.Contains("Ana Martins</b>", both, StringComparison.Ordinal);
        Assert.Contains("Sam Lindqvist</b>", both, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Martins</b>", page, StringComparison.Ordinal);
        Assert.Contains("Sam Lindqvist</b>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusOfAsync("/orders"));
    }

    [Fact]
    public async Task Staff_do_not_get_into_a_customers_pages()
    {
        using var browser = await Browser.SignedInAsync(_portal, "staff-1");

        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusOfAsync("/support"));
    }

    [Fact]
    public async Task A_form_from_another_site_signs_nobody_in()
    {
        using var browser = new Browser(_portal);

        Assert.Equal("/signin", await browser.PostAsync("/signin/demo", "", ("account", "customer-1")));

        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusOfAsync("/support"));
    }

    [Fact]
    public async Task A_form_opened_before_another_sign_in_is_shown_again()
    {
        using var browser = new Browser(_portal);
        var stale = await browser.ReadAsync("/signin");
        await browser.SignInAsync("customer-1");

        Assert.Equal("/signin?returnUrl=%2Forders", await browser.PostAsync(
            "/signin/demo", stale, ("account", "customer-2"), ("returnUrl", "/orders")));
    }

    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("http://localhost", false)]
    public async Task A_sign_in_is_kept_from_scripts_and_from_other_sites_forms_and_where_there_is_https_from_http(string address, bool isSecure)
    {
        using var browser = new Browser(_portal);
        browser.Client.BaseAddress = new Uri(address);
        var page = await browser.ReadAsync("/signin");
        var token = page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var form = new FormUrlEncodedContent([new("account", "customer-1"), new("__RequestVerificationToken", token)]);

        using var reply = await browser.Client.PostAsync(new Uri("/signin/demo", UriKind.Relative), form, Token);

        var cookie = Assert.Single(reply.Headers.GetValues("Set-Cookie"), each => each.StartsWith("cloudmart.customer=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task With_a_cookie_the_API_needs_the_antiforgery_header_to_change_something()
    {
        _portal.Assistant.Says("Hello.");
        using var browser = await Browser.SignedInAsync(_portal, "customer-1");
        using var without = await browser.Client.PostAsJsonAsync("/api/ai/message", new { message = "Hi" }, Token);
        using var given = await browser.Client.GetAsync(new Uri("/api/antiforgery", UriKind.Relative), Token);
        var proof = await given.JsonAsync();

        browser.Client.DefaultRequestHeaders.Add(proof.GetProperty("header").GetString()!, proof.GetProperty("token").GetString());
        using var with = await browser.Client.PostAsJsonAsync("/api/ai/message", new { message = "Hi" }, Token);

        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        await without.ProblemAsync();
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Fact]
    public async Task A_token_counts_and_not_the_cookie_beside_it()
    {
        using var browser = await Browser.SignedInAsync(_portal, "customer-1");
        using var ben = await _portal.CallerAsync("customer-2");
        browser.Client.DefaultRequestHeaders.Authorization = ben.DefaultRequestHeaders.Authorization;

        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusOfAsync("/api/orders/CM-7890"));
    }

    [Theory]
    [InlineData("""{"account":"customer-9"}""")]
    [InlineData("{}")]
    public async Task There_is_no_token_for_an_account_that_the_demo_has_not(string body)
    {
        using var nobody = _portal.CreateClient();

        using var reply = await nobody.PostAsync("/api/demo/token", new StringContent(body, null, "application/json"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        await reply.ProblemAsync();
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        var folder = Directory.CreateTempSubdirectory("cloudmart-");
        var settings = new Dictionary<string, string> { ["Sqlite:Path"] = Path.Combine(folder.FullName, "cloudmart.db") };
        await using var before = new Portal(settings);
        using var ana = await before.CallerAsync("customer-1");

        await using var after = new Portal(settings);
        using var client = after.CreateClient();
        client.DefaultRequestHeaders.Authorization = ana.DefaultRequestHeaders.Authorization;
        using var reply = await client.GetAsync(new Uri("/api/orders", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();
}
