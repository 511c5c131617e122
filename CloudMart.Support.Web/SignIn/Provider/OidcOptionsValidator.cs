using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn.Provider;

internal sealed class OidcOptionsValidator : IValidateOptions<OidcOptions>
{
    public ValidateOptionsResult Validate(string? name, OidcOptions options)
    {
        string?[] faults =
        [
            ProviderAddress.FaultOf($"{OidcOptions.Section}:{nameof(options.Authority)}", options.Authority),
            Empty(nameof(options.ClientId), options.ClientId),
            Empty(nameof(options.RoleClaim), options.RoleClaim),
            Empty(nameof(options.StaffRole), options.StaffRole),
            Empty(nameof(options.SupervisorRole), options.SupervisorRole),
            Empty(nameof(options.CustomerIdClaim), options.CustomerIdClaim),
            Empty(nameof(options.StaffIdClaim), options.StaffIdClaim),
            options.Scopes.Split(' ').Contains("openid")
                ? null
                : $"{OidcOptions.Section}:{nameof(options.Scopes)} is '{options.Scopes}'; openid has to be among them.",
            options.CustomerRole is { Length: > 0 } customer && (customer == options.StaffRole || customer == options.SupervisorRole)
                ? $"{OidcOptions.Section}:{nameof(options.CustomerRole)} is {customer}, which is a role of staff."
                : null,
        ];
        string[] found = [.. faults.OfType<string>()];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? Empty(string setting, string value) => value.Length == 0 ? $"{OidcOptions.Section}:{setting} is missing." : null;
}
