namespace CloudMart.Support.Core.Staff;

/// <summary>The audit log, for supervisors to read.</summary>
public sealed class AuditService(IStaffAudit audit)
{
    /// <summary>What staff did, newest first; null for who is no supervisor.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<AuditPage?> ListAsync(SignedInStaff by, int limit, string? cursor, CancellationToken cancellationToken) =>
        by.IsSupervisor ? await audit.ListAsync(limit, cursor, cancellationToken) : null;
}
