using System.Text.Json;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>τ-bench's retail shop, read from where it is shared: the folder in <c>TAU_RETAIL_DIR</c>, or <c>../shared/tau-retail</c>.</summary>
internal static class SharedTau
{
    /// <summary>Skips the test by name where it is absent, unless the setting says that it is there.</summary>
    public static string Folder()
    {
        var configured = Environment.GetEnvironmentVariable("TAU_RETAIL_DIR");
        var folder = configured is { Length: > 0 } ? configured : BesideTheRepository();
        if (configured is not { Length: > 0 })
        {
            Assert.SkipUnless(Directory.Exists(folder), $"The shared retail shop is not here: {folder} (set TAU_RETAIL_DIR).");
        }

        return folder;
    }

    public static JsonElement Read(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Folder(), file)));

    private static string BesideTheRepository() =>
        Path.Combine(RepositoryRoot.Find()?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "tau-retail");
}
