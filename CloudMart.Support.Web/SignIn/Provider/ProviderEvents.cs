using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn.Provider;

/// <summary>What happens on the way to the provider and back.</summary>
internal sealed partial class ProviderEvents(IOptions<OidcOptions> options, ILogger<ProviderEvents> logger) : OpenIdConnectEvents
{
    public override Task UserInformationReceived(UserInformationReceivedContext context)
    {
        if (context.User.RootElement.TryGetProperty(options.Value.RoleClaim, out _))
        {
            context.Properties!.Items[ProviderTokens.RolesInUserInfo] = "true";
        }

        return Task.CompletedTask;
    }

    /// <summary>The provider says who they are; here it is decided whether they get in, and as whom.</summary>
    public override Task TicketReceived(TicketReceivedContext context)
    {
        var cookie = context.Options.SignInScheme!;
        if (ShopIdentity.In(cookie, context.Principal!, options.Value) is { } identity)
        {
            context.Principal = new ClaimsPrincipal(identity);
        }
        else
        {
            LogRefused(cookie);
            context.Response.Redirect(SignInPaths.PageFor(context.ReturnUri, cookie == SignInSchemes.Staff ? SignInProblem.NotStaff : SignInProblem.NotCustomer));
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    /// <summary>E.g. the provider's answer came twice, or too late.</summary>
    public override Task RemoteFailure(RemoteFailureContext context)
    {
        LogFailed(context.Failure);
        context.Response.Redirect(SignInPaths.PageFor(context.Properties?.RedirectUri, SignInProblem.Failed));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>Not every provider can be signed out of.</summary>
    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        if (string.IsNullOrEmpty(context.ProtocolMessage.IssuerAddress))
        {
            context.Response.Redirect(SignInPaths.Page);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(2030, LogLevel.Information, "Somebody whom the provider knows has no business as {Cookie}")]
    private partial void LogRefused(string cookie);

    [LoggerMessage(2031, LogLevel.Warning, "A sign-in by the provider failed")]
    private partial void LogFailed(Exception? failure);
}
