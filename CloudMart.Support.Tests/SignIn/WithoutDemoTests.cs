using System.Net.Http.Json;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.SignIn;

/// <summary>A portal without the demo, with another sign-in in its place.</summary>
[Trait("Needs", "Server")]
public sealed class WithoutDemoTests : IAsyncDisposable
{
    private readonly Portal _portal = new(
        new() { ["Demo:Enabled"] = "false" },
        services => services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, IdentityProvider>("Company", null));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/signin/demo")]
    [InlineData("/api/demo/token")]
    public async Task There_is_no_way_in_by_a_demo_account(string path)
    {
        using var client = _portal.CreateClient();

        using var reply = await client.PostAsJsonAsync(path, new { account = "customer-1" }, Token);

        Assert.InRange((int)reply.StatusCode, 400, 405);
        Assert.DoesNotContain("token\"", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.False(reply.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_sign_in_page_offers_no_account()
    {
        using var client = _portal.CreateClient();

        var page = await client.GetStringAsync(new Uri("/signin", UriKind.Relative), Token);

        Assert.DoesNotContain("customer-1", page, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private sealed class IdentityProvider(
        Microsoft.Extensions.Options.IOptionsMonitor<AuthenticationSchemeOptions> options,
        Microsoft.Extensions.Logging.ILoggerFactory logger,
        System.Text.Encodings.Web.UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder), IAuthenticationRequestHandler
    {
        public Task<bool> HandleRequestAsync() => Task.FromResult(false);

        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
