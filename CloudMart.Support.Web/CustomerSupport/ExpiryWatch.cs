namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>Wakes the page when the nearest open card's time is up: there is no event that would. Runs on the circuit's dispatcher.</summary>
/// <param name="clock">The time.</param>
/// <param name="expired">Draws the page anew.</param>
/// <param name="failed">Drawing failed.</param>
internal sealed class ExpiryWatch(TimeProvider clock, Func<Task> expired, Func<Exception, Task> failed) : IAsyncDisposable
{
    private CancellationTokenSource _waiting = new();
    private Task _wait = Task.CompletedTask;
    private DateTimeOffset? _at;

    /// <summary>Waits for <paramref name="at"/> instead of what was waited for before; for nothing where it is null.</summary>
    public void WaitFor(DateTimeOffset? at)
    {
        if (at == _at)
        {
            return;
        }

        _at = at;
        _waiting.Cancel();
        _waiting.Dispose();
        _waiting = new();
        _wait = at is { } time ? WaitAsync(_wait, time, _waiting.Token) : _wait;
    }

    public async ValueTask DisposeAsync()
    {
        await _waiting.CancelAsync();
        await _wait;
        _waiting.Dispose();
    }

    /// <summary>Never throws: nobody waits for it while the page is open, so its failure is told.</summary>
    private async Task WaitAsync(Task before, DateTimeOffset time, CancellationToken cancellationToken)
    {
        try
        {
            var rest = time - clock.GetUtcNow();
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, clock, cancellationToken);
            _at = null;
            await expired();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Another card's time is nearer, or the page is left.
        }
        catch (Exception failure)
        {
            await failed(failure);
        }

        await before;
    }
}
