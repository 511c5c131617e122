using System.Security.Claims;
using CloudMart.Support.Web.SignIn.Provider;

namespace CloudMart.Support.Web.SignIn.Sessions;

/// <summary>Asks where somebody's account is kept whether they are still who they were when they signed in.</summary>
internal interface ISessionCheck
{
    Task<SessionVerdict> CheckAsync(ClaimsIdentity identity, ProviderTokens tokens, CancellationToken cancellationToken);
}

/// <param name="Holds">Same person, same roles, as far as could be learned.</param>
/// <param name="Tokens">To ask with the next time.</param>
internal sealed record SessionVerdict(bool Holds, ProviderTokens Tokens);
