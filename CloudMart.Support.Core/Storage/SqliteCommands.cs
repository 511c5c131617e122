using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Core.Storage;

/// <summary>One statement with its values, in one line.</summary>
internal static class SqliteCommands
{
    /// <returns>How many rows were changed.</returns>
    public static int Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public static T? FirstOrDefault<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<(string Name, object? Value)> values)
        where T : class
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? map(reader) : null;
    }

    /// <summary>The rows for as long as <paramref name="more"/> wants them.</summary>
    public static List<T> ToList<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> map,
        Func<List<T>, bool> more,
        params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (more(rows) && reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    public static string? TextOrNull(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);

    private static SqliteCommand Command(
        this SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
