using System.Security.Claims;
using CloudMart.Support.Core.Staff;
using Microsoft.AspNetCore.Components.Authorization;

namespace CloudMart.Support.Web.SignIn;

/// <summary>The member of staff who sits before this page.</summary>
public sealed class CurrentStaff(AuthenticationStateProvider authentication) : CurrentUser<SignedInStaff>(authentication)
{
    protected override SignedInStaff? Find(ClaimsPrincipal user) => user.Staff();

    protected override SignedInStaff Required(ClaimsPrincipal user) => user.RequiredStaff();
}
