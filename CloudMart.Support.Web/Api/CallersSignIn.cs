using CloudMart.Support.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.Api;

/// <summary>
/// The sign-in of a call that does not end by itself. A browser's session is asked after like that of an open page; a token is good until
/// it expires.
/// </summary>
internal sealed class CallersSignIn : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended;
    private readonly Task _watching;

    private CallersSignIn(HttpContext context, SignInSessions sessions, TimeSpan checkEvery, TimeProvider clock)
    {
        _ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _watching = context.User.FindFirst(SignInSessions.IdClaim)?.Value is { } session
            ? AskAfterAsync(session, sessions, checkEvery, clock)
            : ExpireAsync(context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc, clock);
    }

    /// <summary>Canceled once the caller is signed in no more, or has hung up.</summary>
    public CancellationToken Ended => _ended.Token;

    public static CallersSignIn Of(HttpContext context) => new(
        context,
        context.RequestServices.GetRequiredService<SignInSessions>(),
        context.RequestServices.GetRequiredService<IOptions<SignInSessionOptions>>().Value.CheckEvery,
        context.RequestServices.GetRequiredService<TimeProvider>());

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }

    private async Task AskAfterAsync(string session, SignInSessions sessions, TimeSpan checkEvery, TimeProvider clock)
    {
        try
        {
            do
            {
                await Task.Delay(checkEvery, clock, _ended.Token);
            }
            while (await sessions.HoldsAsync(session, _ended.Token));
        }
        finally
        {
            await _ended.CancelAsync(); // where it could not be asked after, it is taken as ended
        }
    }

    private async Task ExpireAsync(DateTimeOffset? end, TimeProvider clock)
    {
        for (var rest = end - clock.GetUtcNow(); rest > TimeSpan.Zero; rest = end - clock.GetUtcNow())
        {
            await Task.Delay(rest.Value < LongestWait ? rest.Value : LongestWait, clock, _ended.Token);
        }

        if (end is not null)
        {
            await _ended.CancelAsync();
        }
    }

    /// <summary>A timer can't wait for weeks.</summary>
    private static TimeSpan LongestWait => TimeSpan.FromDays(1);
}
