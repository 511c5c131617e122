using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

internal sealed class SqliteProbe(SqliteDatabase database, IOptions<SqliteOptions> options) : IStorageProbe
{
    public string Subject => $"SQLite, {options.Value.Path}";

    public async Task<string?> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await database.WriteAsync(
                connection => connection.FirstOrDefault("PRAGMA quick_check(1)", row => row.GetString(0)), cancellationToken);
            return found == "ok" ? null : Trouble($"the file is damaged ({found})");
        }
        catch (SqliteException e)
        {
            return Trouble(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Trouble(e.Message);
        }
    }

    private string Trouble(string cause) => $"Sqlite:Path '{options.Value.Path}' can't be used: {cause.ReplaceLineEndings(" ")}";
}
