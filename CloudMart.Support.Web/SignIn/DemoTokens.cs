using CloudMart.Support.Core.Customers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Bearer tokens for the demo accounts: sealed by the host's own keys, good for <see cref="Lifetime"/>.</summary>
internal sealed class DemoTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public string For(DemoAccount account)
    {
        var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + Lifetime };
        var ticket = new AuthenticationTicket(account.ToPrincipal(SignInSchemes.DemoBearer), properties, $"{SignInSchemes.DemoBearer}:AccessToken");
        return options.Get(SignInSchemes.DemoBearer).BearerTokenProtector.Protect(ticket);
    }
}
