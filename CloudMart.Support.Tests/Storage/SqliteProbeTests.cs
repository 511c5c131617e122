using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Storage;

public sealed class SqliteProbeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");

    private string File => Path.Combine(_folder.FullName, "cloudmart.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_can_be_used_has_no_trouble() => Assert.Null(await CheckAsync(Path.Combine(_folder.FullName, "a", "b", "new.db")));

    [Fact]
    public async Task A_file_that_is_no_database_is_named_with_its_setting()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000), TestContext.Current.CancellationToken);
        AssertOneLine(await CheckAsync(File), $"Sqlite:Path '{File}' can't be used", "not a database");
    }

    [Fact]
    public async Task A_damaged_file_is_named_with_its_setting()
    {
        Assert.Null(await CheckAsync(File));
        await using (var stream = System.IO.File.OpenWrite(File))
        {
            stream.Seek(4096, SeekOrigin.Begin); // the first page stays whole, so the file still looks like a database
            await stream.WriteAsync(new byte[stream.Length - 4096], TestContext.Current.CancellationToken);
        }

        AssertOneLine(await CheckAsync(File), $"Sqlite:Path '{File}' can't be used");
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_named_with_its_setting() =>
        AssertOneLine(await CheckAsync(_folder.FullName), $"Sqlite:Path '{_folder.FullName}' can't be used");

    [Fact]
    public async Task A_file_in_the_folders_place_is_named_with_its_setting()
    {
        await System.IO.File.WriteAllTextAsync(File, "x", TestContext.Current.CancellationToken);
        AssertOneLine(await CheckAsync(Path.Combine(File, "below.db")), "Sqlite:Path");
    }

    [Fact]
    public async Task A_host_does_not_start_on_a_store_that_cannot_be_used()
    {
        var (database, probe) = Probe(_folder.FullName);
        using (database)
        {
            var stopped = await Assert.ThrowsAsync<StorageUnavailableException>(
                () => new StorageStart(probe).StartAsync(TestContext.Current.CancellationToken));
            AssertOneLine(stopped.Message, "Sqlite:Path");
        }
    }

    private static void AssertOneLine(string? trouble, params string[] parts)
    {
        Assert.DoesNotContain('\n', trouble!);
        Assert.All(parts, part => Assert.Contains(part, trouble, StringComparison.Ordinal));
    }

    private static async Task<string?> CheckAsync(string path)
    {
        var (database, probe) = Probe(path);
        using (database)
        {
            return await probe.CheckAsync(TestContext.Current.CancellationToken);
        }
    }

    private static (SqliteDatabase Database, SqliteProbe Probe) Probe(string path)
    {
        var options = Options.Create(new SqliteOptions { Path = path });
        var database = new SqliteDatabase(options);
        return (database, new SqliteProbe(database, options));
    }
}
