using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

/// <summary>
/// The file of the embedded store. SQLite lets one writer in at a time and makes the others poll, so writers of this process queue
/// here, without holding a thread; another process on the same file is waited for by <c>busy_timeout</c>. Readers see the last commit and
/// wait for nobody (WAL). What runs inside is synchronous, as SQLite is: its calls take microseconds and its commit one flush.
/// </summary>
internal sealed class SqliteDatabase(IOptions<SqliteOptions> options) : IDisposable
{
    private const int BusySeconds = 5;

    private readonly SemaphoreSlim _gate = new(1, 1);

    private readonly string _connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = options.Value.Path,
        DefaultTimeout = BusySeconds,
    }.ToString();

    private SqliteConnection? _writer;

    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _writer) is null)
        {
            await WriteAsync(_ => true, cancellationToken);
        }

        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return read(connection);
    }

    /// <summary>Runs <paramref name="write"/> in one transaction. It is committed when that returns and rolled back when it throws.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Volatile.Write(ref _writer, _writer ?? Open());
            using var transaction = _writer!.BeginTransaction(deferred: false); // BEGIN IMMEDIATE: what it reads cannot change before it commits
            var result = write(_writer);
            transaction.Commit();
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _gate.Dispose();
        using var any = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(any);
    }

    private SqliteConnection Open()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(options.Value.Path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = {BusySeconds * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            SqliteSchema.Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
