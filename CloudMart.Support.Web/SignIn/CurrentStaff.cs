using CloudMart.Support.Core.Staff;
using Microsoft.AspNetCore.Components.Authorization;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Which member of staff sits before this page, as the sign-in says.</summary>
public sealed class CurrentStaff(AuthenticationStateProvider authentication)
{
    public async Task<SignedInStaff> GetAsync() => (await authentication.GetAuthenticationStateAsync()).User.RequiredStaff();
}
