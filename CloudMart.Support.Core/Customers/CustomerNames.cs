using System.Collections.Concurrent;

namespace CloudMart.Support.Core.Customers;

/// <summary>
/// What customers are called, for all consoles of this server. Names are learned before something is drawn and only known while it is:
/// drawing never reads. What was learned is believed for an hour, so that somebody who changes their name is not called by the old one.
/// </summary>
public sealed class CustomerNames(ICustomerDirectory directory, TimeProvider clock)
{
    /// <summary>More than the inboxes of a busy desk show.</summary>
    private const int Most = 2_000;

    private const int ReadsAtOnce = 8;

    private static readonly TimeSpan Believed = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, (string? Name, DateTimeOffset Learned)> _known = [];

    /// <summary>The name; null where the shop knows none, or it was not learned.</summary>
    public string? Of(string customerId)
    {
        lock (_gate)
        {
            return _known.TryGetValue(customerId, out var known) ? known.Name : null;
        }
    }

    /// <summary>Reads the names that are not known yet.</summary>
    public async Task LearnAsync(IEnumerable<string> customerIds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var missing = customerIds.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Where(id => IsMissing(id, now)).ToList();
        var found = new ConcurrentBag<(string Id, string? Name)>();
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = ReadsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(missing, atOnce, async (id, stop) => found.Add((id, (await directory.FindAsync(id, stop))?.Name)));
        lock (_gate)
        {
            foreach (var (id, name) in found)
            {
                _known.Remove(id);
                _known.Add(id, (name, now));
            }

            while (_known.Count > Most)
            {
                _known.RemoveAt(0);
            }
        }
    }

    private bool IsMissing(string customerId, DateTimeOffset now)
    {
        lock (_gate)
        {
            return !_known.TryGetValue(customerId, out var known) || now - known.Learned > Believed;
        }
    }
}
