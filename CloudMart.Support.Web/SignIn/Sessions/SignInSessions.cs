using System.Collections.Concurrent;
using System.Security.Claims;
using CloudMart.Support.Web.SignIn.Provider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn.Sessions;

/// <summary>
/// The sign-ins that this node has seen. A cookie tells the request it comes with how long it is good; a page that stays open sends no
/// more requests, so what its sign-in has become is known here. Kept in memory only: the cookie holds everything another node needs.
/// </summary>
internal sealed class SignInSessions(IOptions<SignInSessionOptions> options, TimeProvider clock, ISessionCheck? check = null)
{
    /// <summary>The claim that names the session. It opens nothing by itself.</summary>
    public const string IdClaim = "session";

    private readonly ConcurrentDictionary<string, SignInSession> _sessions = new();
    private long _sweptAt = clock.GetTimestamp();

    /// <summary>A request came with the session's cookie.</summary>
    public SignInSession Saw(string id, ClaimsIdentity identity, AuthenticationProperties properties)
    {
        Forget();
        var session = _sessions.GetOrAdd(
            id, _ => new SignInSession(identity, ProviderTokens.In(properties), properties.IssuedUtc ?? clock.GetUtcNow()));
        session.LastsUntil(properties.ExpiresUtc ?? clock.GetUtcNow() + options.Value.SessionLifetime);
        return session;
    }

    /// <summary>Whether the sign-in still holds; asks where the account is kept, if the last answer is old.</summary>
    public async Task<bool> HoldsAsync(string id, CancellationToken cancellationToken) =>
        _sessions.TryGetValue(id, out var session)
        && await session.HoldsAsync(check, options.Value.CheckEvery, clock, cancellationToken);

    /// <summary>Somebody has signed out. Pages that are still open are told, and a copy of the cookie is good no more on this node.</summary>
    public void End(string id)
    {
        if (_sessions.TryGetValue(id, out var session))
        {
            session.End();
        }
    }

    private void Forget()
    {
        var swept = Interlocked.Read(ref _sweptAt);
        if (clock.GetElapsedTime(swept) < options.Value.CheckEvery
            || Interlocked.CompareExchange(ref _sweptAt, clock.GetTimestamp(), swept) != swept)
        {
            return;
        }

        foreach (var (id, session) in _sessions)
        {
            if (session.Expires <= clock.GetUtcNow())
            {
                _sessions.TryRemove(id, out _);
            }
        }
    }
}
