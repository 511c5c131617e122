using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Storage;

internal sealed class SqliteFaults : IStoreFaults
{
    private const int Busy = 5, Locked = 6, InputOutput = 10, Full = 13, CantOpen = 14;

    public bool IsTransient(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked or InputOutput or Full or CantOpen };
}
