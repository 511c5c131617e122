using System.Security.Claims;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A circuit whose browser is signed in.</summary>
internal sealed class SignedInAs(SignedInCustomer customer) : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, customer.CustomerId),
            new(ClaimTypes.GivenName, customer.Name),
            new(ClaimTypes.Role, SignInRoles.Customer),
        ];
        return Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity(claims, "test"))));
    }
}
