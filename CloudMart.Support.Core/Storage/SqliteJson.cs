using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Storage;

/// <summary>What a column holds that nobody asks SQLite about: lists and records, as JSON.</summary>
internal static class SqliteJson
{
    /// <summary>Money is written as text: SQLite's own JSON functions would read a number as a binary fraction.</summary>
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true, // what follows from the rest
        NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    public static string? WriteOrNull<T>(T? value)
        where T : class => value is null ? null : Write(value);

    public static T Read<T>(string stored) => JsonSerializer.Deserialize<T>(stored, Json)!;

    public static T? ReadOrNull<T>(string? stored)
        where T : class => stored is null ? null : Read<T>(stored);
}
