using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Who sits before this page, as the sign-in says, and whether they still do.</summary>
public abstract class CurrentUser<T> : IDisposable
    where T : class
{
    private readonly AuthenticationStateProvider _authentication;
    private readonly CancellationTokenSource _ended = new();
    private T? _known;

    protected CurrentUser(AuthenticationStateProvider authentication)
    {
        _authentication = authentication;
        _authentication.AuthenticationStateChanged += Look;
    }

    /// <summary>Canceled once the sign-in has ended, or somebody else has taken the browser: what follows news for this page stops with it.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <exception cref="OperationCanceledException">The sign-in has ended meanwhile.</exception>
    public async Task<T> GetAsync()
    {
        _ended.Token.ThrowIfCancellationRequested();
        return _known = Required((await _authentication.GetAuthenticationStateAsync()).User);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _authentication.AuthenticationStateChanged -= Look;
        _ended.Dispose();
    }

    /// <summary>Who that is; null where nobody of this kind is signed in.</summary>
    protected abstract T? Find(ClaimsPrincipal user);

    /// <summary>The same where there has to be somebody.</summary>
    protected abstract T Required(ClaimsPrincipal user);

    private void Look(Task<AuthenticationState> change)
    {
        if (_known is not null && change is { IsCompletedSuccessfully: true, Result.User: var user } && !_known.Equals(Find(user)))
        {
            _ended.Cancel();
        }
    }
}
