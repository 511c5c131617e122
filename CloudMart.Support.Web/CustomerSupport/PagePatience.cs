using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>
/// For what a page reads, and for what may be asked twice: while the store is away it is tried again, and the page says so instead of
/// breaking. Runs on the circuit's dispatcher.
/// </summary>
public sealed class PagePatience(IStoreFaults faults, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private int _waiting;

    /// <summary><see cref="IsWaiting"/> has changed.</summary>
    public event Func<Task>? Changed;

    /// <summary>Something on this page waits for the store.</summary>
    public bool IsWaiting => _waiting > 0;

    public async Task InsistAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        while (!await TryAsync(act))
        {
            await WaitAsync(cancellationToken);
        }
    }

    private async Task<bool> TryAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception fault) when (faults.IsTransient(fault))
        {
            return false; // said by IsWaiting, and tried again
        }
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        _waiting++;
        try
        {
            await TellAsync();
            await Task.Delay(Pause, clock, cancellationToken);
        }
        finally
        {
            _waiting--;
        }

        await TellAsync();
    }

    private async Task TellAsync()
    {
        foreach (var listener in Changed?.GetInvocationList().Cast<Func<Task>>() ?? [])
        {
            await listener();
        }
    }
}
