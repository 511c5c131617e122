using CloudMart.Support.Core.Staff;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The audit log of a desk.</summary>
internal sealed class InMemoryAudit : IStaffAudit
{
    private readonly List<AuditEntry> _entries = [];

    public IReadOnlyList<AuditEntry> Entries => _entries;

    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        if (!_entries.Exists(each => each.Id == entry.Id))
        {
            _entries.Add(entry);
        }

        return Task.CompletedTask;
    }

    public Task<AuditPage> ListAsync(int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = int.Parse(cursor ?? "0", null);
        var rest = _entries.OrderByDescending(entry => entry.At).Skip(from).ToList();
        return Task.FromResult(new AuditPage([.. rest.Take(limit)], rest.Count > limit ? $"{from + limit}" : null));
    }
}
