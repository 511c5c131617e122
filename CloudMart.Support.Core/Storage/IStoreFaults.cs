namespace CloudMart.Support.Core.Storage;

/// <summary>Knows the store's exceptions, so that others can tell "the store is away, try later" from a bug.</summary>
public interface IStoreFaults
{
    /// <summary>
    /// True where the same call may succeed later: unreachable, throttled, busy. What it was asked to write may stand nevertheless,
    /// so a write is tried again with the same write id. False for bugs, refused permissions and cancellation.
    /// </summary>
    bool IsTransient(Exception exception);
}
