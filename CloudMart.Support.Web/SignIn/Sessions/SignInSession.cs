using System.Security.Claims;
using CloudMart.Support.Web.SignIn.Provider;

namespace CloudMart.Support.Web.SignIn.Sessions;

/// <summary>One sign-in of one browser, as this node knows it from the requests that carried its cookie.</summary>
internal sealed class SignInSession(ClaimsIdentity identity, ProviderTokens? tokens, DateTimeOffset checkedAt)
{
    private readonly Lock _gate = new();
    private Task _asking = Task.CompletedTask;
    private volatile bool _isOver;
    private DateTimeOffset _expires;
    private DateTimeOffset _checkedAt = checkedAt;

    public DateTimeOffset Expires
    {
        get
        {
            lock (_gate)
            {
                return _expires;
            }
        }
    }

    /// <summary>Newer than the cookie's once they have been renewed.</summary>
    public ProviderTokens? Tokens { get; private set; } = tokens;

    /// <summary>A cookie may be an older copy of itself, so the latest end counts.</summary>
    public void LastsUntil(DateTimeOffset end)
    {
        lock (_gate)
        {
            _expires = end > _expires ? end : _expires;
        }
    }

    public void End() => _isOver = true;

    /// <param name="check">Null where there is nobody to ask.</param>
    /// <param name="every">How old an answer may be.</param>
    /// <param name="clock">For both ends.</param>
    /// <param name="cancellationToken">The caller does not want to know any more.</param>
    public async Task<bool> HoldsAsync(ISessionCheck? check, TimeSpan every, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!_isOver && Tokens is not null && check is not null)
        {
            await AskOnce(check, every, clock).WaitAsync(cancellationToken);
        }

        return !_isOver && clock.GetUtcNow() < Expires;
    }

    /// <summary>The pages of a browser ask at the same moment; one question does for them all.</summary>
    private Task AskOnce(ISessionCheck check, TimeSpan every, TimeProvider clock)
    {
        lock (_gate)
        {
            return _asking = _asking.IsCompleted && IsDue(every, clock) ? Task.Run(() => AskAsync(check, clock)) : _asking;
        }
    }

    /// <summary>Not canceled with the caller: a token that is renewed can be lost only once.</summary>
    private async Task AskAsync(ISessionCheck check, TimeProvider clock)
    {
        (var holds, Tokens) = await check.CheckAsync(identity, Tokens!, CancellationToken.None);
        _checkedAt = clock.GetUtcNow();
        _isOver |= !holds;
    }

    private bool IsDue(TimeSpan every, TimeProvider clock) => clock.GetUtcNow() - _checkedAt >= every;
}
