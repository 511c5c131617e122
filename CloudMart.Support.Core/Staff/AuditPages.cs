using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Staff;

internal static class AuditPages
{
    /// <param name="found">One more than <paramref name="limit"/> where there is a next page.</param>
    /// <param name="limit">What was asked for.</param>
    public static AuditPage Of(IReadOnlyList<AuditEntry> found, int limit) => new(
        [.. found.Take(limit)],
        found.Count > limit ? new PageCursor(found[limit - 1].At, found[limit - 1].Id).ToString() : null);
}
