namespace CloudMart.Support.Core.Staff;

/// <summary>What staff did, for supervisors. It is only ever added to.</summary>
public interface IStaffAudit
{
    /// <summary>Adds an entry; adding the same <see cref="AuditEntry.Id"/> again changes nothing.</summary>
    Task AddAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Entries, newest first.</summary>
    /// <param name="limit">At most this many.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<AuditPage> ListAsync(int limit, string? cursor, CancellationToken cancellationToken);
}

/// <summary>Who did what, on whom, when. Written before it is done, so an entry may be of something that did not come about.</summary>
/// <param name="Id">The entry's own.</param>
/// <param name="At">When.</param>
/// <param name="StaffId">Who.</param>
/// <param name="What">E.g. <c>took over</c>.</param>
/// <param name="ConversationId">Where; null where it was in none.</param>
/// <param name="CustomerId">On whom; null where it concerned no customer.</param>
public sealed record AuditEntry(string Id, DateTimeOffset At, string StaffId, string What, string? ConversationId, string? CustomerId);

/// <summary>One page of a list; <paramref name="Next"/> is the cursor of the page that follows, null at the end.</summary>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);
