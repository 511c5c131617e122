using System.Diagnostics;

namespace CloudMart.Support.Fuzz;

/// <summary>Notices a reader that does not come back, which nothing in its own thread can.</summary>
internal sealed class HangWatch : IDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Action<Finding> _hangs;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private (string Reader, byte[] Input, long Since)? _reading;

    public HangWatch(Action<Finding> hangs)
    {
        _hangs = hangs;
        _timer = new Timer(_ => Look(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public void Begin(string reader, byte[] input)
    {
        lock (_gate)
        {
            _reading = (reader, input, Stopwatch.GetTimestamp());
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _reading = null;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        (string Reader, byte[] Input, long Since)? reading;
        lock (_gate)
        {
            reading = _reading;
        }

        if (reading is var (reader, input, since) && Stopwatch.GetElapsedTime(since) > Limit)
        {
            _hangs(new Finding(reader, $"has not come back for {Limit.TotalSeconds} s", input));
        }
    }
}
