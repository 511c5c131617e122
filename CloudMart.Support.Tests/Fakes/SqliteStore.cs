namespace CloudMart.Support.Tests.Fakes;

/// <summary>The embedded store in a folder of its own, which goes with it.</summary>
public class SqliteStore : StoreUnderTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override ValueTask<Dictionary<string, string?>?> SettingsAsync() => ValueTask.FromResult<Dictionary<string, string?>?>(new()
    {
        ["Store"] = "Sqlite",
        ["Sqlite:Path"] = Path.Combine(_folder.FullName, "data", "cloudmart.db"),
    });
}
