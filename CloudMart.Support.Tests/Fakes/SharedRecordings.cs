using System.Text.Json.Nodes;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Real traffic, read from where it is shared: the folder in <c>RECORDINGS_DIR</c>, or <c>../shared/recordings</c>.</summary>
internal static class SharedRecordings
{
    public static IReadOnlyList<RecordedCall> Read(string file)
    {
        var configured = Environment.GetEnvironmentVariable("RECORDINGS_DIR");
        var path = Path.Combine(configured is { Length: > 0 } ? configured : BesideTheRepository(), file);
        if (configured is not { Length: > 0 })
        {
            Assert.SkipUnless(File.Exists(path), $"The shared recordings are not here: {path} (set RECORDINGS_DIR).");
        }

        return [.. JsonNode.Parse(File.ReadAllText(path))!["Entries"]!.AsArray().Select(entry => RecordedCall.Of(entry!.AsObject()))];
    }

    /// <summary>Every recorded call of every file.</summary>
    public static IReadOnlyList<RecordedCall> ReadAll()
    {
        var configured = Environment.GetEnvironmentVariable("RECORDINGS_DIR");
        var folder = configured is { Length: > 0 } ? configured : BesideTheRepository();
        Assert.SkipUnless(Directory.Exists(folder), $"The shared recordings are not here: {folder} (set RECORDINGS_DIR).");
        var files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return [.. files.SelectMany(file => Read(Path.GetRelativePath(folder, file)))];
    }

    private static string BesideTheRepository() =>
        Path.Combine(RepositoryRoot.Find()?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "recordings");
}

/// <summary>One recorded call; its answer's body is exactly what was sent.</summary>
internal sealed record RecordedCall(string Method, string Path, JsonObject? Asked, int Status, string ContentType, string Body)
{
    public static RecordedCall Of(JsonObject entry)
    {
        var body = entry["ResponseBody"];
        return new(
            entry["RequestMethod"]!.GetValue<string>(),
            new Uri(entry["RequestUri"]!.GetValue<string>()).AbsolutePath,
            entry["RequestBody"] as JsonObject,
            entry["StatusCode"]!.GetValue<int>(),
            entry["ResponseHeaders"]?["Content-Type"]?.GetValue<string>() ?? "application/json",
            body is JsonArray pieces ? string.Concat(pieces.Select(piece => piece!.GetValue<string>())) : body?.ToJsonString() ?? "");
    }
}
