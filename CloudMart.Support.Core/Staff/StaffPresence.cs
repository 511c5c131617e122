namespace CloudMart.Support.Core.Staff;

/// <summary>Whether anybody of the staff is at the desk, as far as this node's pages tell. Pages of staff enter for as long as they are open.</summary>
public sealed class StaffPresence(TimeProvider clock)
{
    /// <summary>Who reloads a page, or goes from one to the next, has not left.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private int _open;
    private DateTimeOffset? _lastLeft;

    /// <summary>A page of staff is open, or was lately.</summary>
    public bool IsSomebodyThere
    {
        get
        {
            lock (_gate)
            {
                return _open > 0 || clock.GetUtcNow() - _lastLeft < Lately;
            }
        }
    }

    /// <summary>A member of staff opened a page; disposing what is returned says that it was closed.</summary>
    public IDisposable Enter(SignedInStaff who)
    {
        ArgumentNullException.ThrowIfNull(who);
        lock (_gate)
        {
            _open++;
        }

        return new Stay(this);
    }

    private void Leave()
    {
        lock (_gate)
        {
            _open--;
            _lastLeft = clock.GetUtcNow();
        }
    }

    private sealed class Stay(StaffPresence presence) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                presence.Leave();
            }
        }
    }
}
