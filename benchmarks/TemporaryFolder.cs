namespace CloudMart.Support.Benchmarks;

/// <summary>A folder for an embedded store, gone with the benchmark.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");

    /// <summary>Settings of the product for a store there, with the demo shop in it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Store"] = "Sqlite",
        ["Sqlite:Path"] = Path.Combine(_folder.FullName, "cloudmart.db"),
        ["Demo:Enabled"] = "true",
        ["RateLimit:Enabled"] = "false",
    };

    public void Dispose() => _folder.Delete(recursive: true);
}
