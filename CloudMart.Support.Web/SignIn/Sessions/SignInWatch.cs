using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.SignIn.Sessions;

/// <summary>
/// Asks after the sign-ins of an open page for as long as it is open. One that has ended is taken from the page's user, so that what the
/// page shows, may do and listens to ends with it; the other one of the same browser stays.
/// </summary>
internal sealed partial class SignInWatch(
    AuthenticationStateProvider authentication,
    SignInSessions sessions,
    IOptions<SignInSessionOptions> options,
    TimeProvider clock,
    ILogger<SignInWatch> logger) : CircuitHandler, IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private Task _watching = Task.CompletedTask;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _watching = WatchAsync(_closing.Token);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _watching;
        _closing.Dispose();
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(options.Value.CheckEvery, clock, cancellationToken);
                await LookAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The page is closed.
        }
        catch (Exception bug)
        {
            LogFailed(bug);
            Leave([]); // nobody would notice its end any more
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        List<ClaimsIdentity> held = [];
        foreach (var identity in user.Identities)
        {
            if (identity.FindFirst(SignInSessions.IdClaim)?.Value is not { } id || await sessions.HoldsAsync(id, cancellationToken))
            {
                held.Add(identity);
            }
        }

        if (held.Count < user.Identities.Count())
        {
            Leave(held);
        }
    }

    private void Leave(List<ClaimsIdentity> held) => ((IHostEnvironmentAuthenticationStateProvider)authentication).SetAuthenticationState(
        Task.FromResult(new AuthenticationState(new ClaimsPrincipal(held.Count > 0 ? held : [new ClaimsIdentity()]))));

    [LoggerMessage(2034, LogLevel.Error, "An open page can't be asked after any more; its sign-in is taken as ended")]
    private partial void LogFailed(Exception bug);
}
