namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>Beats whenever there may be something new to see, so that nobody waits for a time.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource _next = New();

    public void Beat() => Interlocked.Exchange(ref _next, New()).SetResult();

    /// <summary>Looks at every beat until <paramref name="condition"/> holds.</summary>
    /// <exception cref="TimeoutException">It did not hold within <paramref name="limit"/>.</exception>
    public async Task UntilAsync(Func<bool> condition, TimeSpan limit, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var next = Volatile.Read(ref _next).Task;
            if (condition())
            {
                return;
            }

            var left = limit - TimeProvider.System.GetElapsedTime(begun);
            await next.WaitAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, cancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
