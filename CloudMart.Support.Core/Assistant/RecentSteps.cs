namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// How the newest steps went at the provider, so that its health is known without asking it: a probe that asks costs money every few
/// seconds.
/// </summary>
public sealed class RecentSteps
{
    /// <summary>One lost step is the network's, three in a row are the provider's.</summary>
    private const int TooMany = 3;

    private int _lostInARow;

    /// <summary>It is set up wrong, or has not answered for a while. The next step that succeeds says otherwise.</summary>
    public bool AreFailing => Volatile.Read(ref _lostInARow) >= TooMany;

    internal void Add(StepEnded end)
    {
        switch (end)
        {
            case StepFailed { Failure: StepFailure.Misconfigured }:
                Volatile.Write(ref _lostInARow, TooMany);
                break;
            case StepFailed { Failure: StepFailure.Unavailable or StepFailure.Expired }:
                Interlocked.Increment(ref _lostInARow);
                break;
            default:
                Volatile.Write(ref _lostInARow, 0);
                break;
        }
    }
}
