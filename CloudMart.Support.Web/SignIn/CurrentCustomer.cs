using System.Security.Claims;
using CloudMart.Support.Core.Customers;
using Microsoft.AspNetCore.Components.Authorization;

namespace CloudMart.Support.Web.SignIn;

/// <summary>The customer who sits before this page.</summary>
public sealed class CurrentCustomer(AuthenticationStateProvider authentication) : CurrentUser<SignedInCustomer>(authentication)
{
    protected override SignedInCustomer? Find(ClaimsPrincipal user) => user.Customer();

    protected override SignedInCustomer Required(ClaimsPrincipal user) => user.RequiredCustomer();
}
