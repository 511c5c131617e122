using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Core.Staff.Replies;

internal sealed class SqliteCannedReplies(SqliteDatabase database) : ICannedReplies
{
    public Task<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<CannedReply>>(
        connection => connection.ToList(
            "SELECT reply_id, title, text, version FROM canned_replies",
            row => new CannedReply(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)),
            _ => true),
        cancellationToken);

    public Task<bool> KeepAsync(CannedReply reply, CancellationToken cancellationToken) => database.WriteAsync(
        connection => connection.Execute(
            reply.Version == 0
                ? "INSERT INTO canned_replies (reply_id, title, text, version) VALUES ($id, $title, $text, 1) ON CONFLICT DO NOTHING"
                : "UPDATE canned_replies SET title = $title, text = $text, version = version + 1 WHERE reply_id = $id AND version = $version",
            ("$id", reply.Id),
            ("$title", reply.Title),
            ("$text", reply.Text),
            ("$version", reply.Version)) == 1,
        cancellationToken);

    public Task<bool> DeleteAsync(CannedReply reply, CancellationToken cancellationToken) => database.WriteAsync(
        connection =>
        {
            connection.Execute("DELETE FROM canned_replies WHERE reply_id = $id AND version = $version", ("$id", reply.Id), ("$version", reply.Version));
            return connection.FirstOrDefault("SELECT reply_id FROM canned_replies WHERE reply_id = $id", row => row.GetString(0), ("$id", reply.Id)) is null;
        },
        cancellationToken);
}
