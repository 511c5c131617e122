using System.Text.Json.Nodes;

namespace CloudMart.Support.Fuzz;

/// <summary>Bodies of recorded answers, where there are some: the folder in <c>RECORDINGS_DIR</c>, or <c>../shared/recordings</c>.</summary>
internal static class RecordedTraffic
{
    /// <summary>A sample is there to be mutated: of a longer body its beginning and its end say enough.</summary>
    private const int LongestSample = 2048;

    public static IReadOnlyList<string> Bodies()
    {
        var folder = Environment.GetEnvironmentVariable("RECORDINGS_DIR") is { Length: > 0 } set ? set : BesideTheRepository();
        return folder is null || !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(BodiesOf).Distinct()];
    }

    private static IEnumerable<string> BodiesOf(string file) => JsonNode.Parse(File.ReadAllText(file))!["Entries"]!.AsArray()
        .Select(entry => entry!["ResponseBody"] is JsonArray pieces
            ? string.Concat(pieces.Select(piece => piece!.GetValue<string>()))
            : entry["ResponseBody"]?.ToJsonString() ?? "")
        .Where(body => body.Length > 0)
        .SelectMany(body => body.Length <= LongestSample ? [body] : new[] { body[..LongestSample], body[^LongestSample..] });

    private static string? BesideTheRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CloudMart.Support.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "recordings") : null;
    }
}
