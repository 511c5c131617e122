using CloudMart.Support.Core.Customers;
using Microsoft.AspNetCore.Components.Authorization;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Who sits before this page, as the sign-in says.</summary>
public sealed class CurrentCustomer(AuthenticationStateProvider authentication)
{
    public async Task<SignedInCustomer> GetAsync() => (await authentication.GetAuthenticationStateAsync()).User.RequiredCustomer();
}
