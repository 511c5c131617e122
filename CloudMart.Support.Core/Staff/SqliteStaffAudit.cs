using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Staff;

internal sealed class SqliteStaffAudit(SqliteDatabase database) : IStaffAudit
{
    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            """
            INSERT INTO staff_audit (at, id, staff_id, what, conversation_id, customer_id)
            VALUES ($at, $id, $staff, $what, $conversation, $customer) ON CONFLICT DO NOTHING
            """,
            ("$at", entry.At.ToStored()),
            ("$id", entry.Id),
            ("$staff", entry.StaffId),
            ("$what", entry.What),
            ("$conversation", entry.ConversationId),
            ("$customer", entry.CustomerId)),
        cancellationToken);

    public Task<AuditPage> ListAsync(int limit, string? cursor, CancellationToken cancellationToken)
    {
        var from = PageCursor.Parse(cursor);
        return database.ReadAsync(
            connection =>
            {
                var entries = connection.ToList(
                    """
                    SELECT id, at, staff_id, what, conversation_id, customer_id FROM staff_audit
                    WHERE $at IS NULL OR (at, id) < ($at, $id) ORDER BY at DESC, id DESC
                    """,
                    row => new AuditEntry(
                        row.GetString(0), StoredTime.Parse(row.GetString(1)), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.TextOrNull(5)),
                    rows => rows.Count <= limit,
                    ("$at", from?.At.ToStored()),
                    ("$id", from?.Id));
                return AuditPages.Of(entries, limit);
            },
            cancellationToken);
    }
}
