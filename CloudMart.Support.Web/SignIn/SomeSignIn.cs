using CloudMart.Support.Core.Customers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn;

/// <summary>A portal into which nobody can sign in is set up wrongly: it takes the demo, or a scheme that asks an identity provider.</summary>
internal sealed class SomeSignIn(IOptions<AuthenticationOptions> authentication) : IValidateOptions<DemoOptions>
{
    public ValidateOptionsResult Validate(string? name, DemoOptions options) =>
        options.Enabled || authentication.Value.Schemes.Any(IsRemote)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Demo:Enabled is false and no other sign-in is configured, so nobody could sign in.");

    private static bool IsRemote(AuthenticationSchemeBuilder scheme) => typeof(IAuthenticationRequestHandler).IsAssignableFrom(scheme.HandlerType);
}
