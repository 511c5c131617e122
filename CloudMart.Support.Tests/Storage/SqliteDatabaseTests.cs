using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Storage;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Options;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-");
    private readonly SqliteDatabase _one;
    private readonly SqliteDatabase _other;

    public SqliteDatabaseTests()
    {
        var options = Options.Create(new SqliteOptions { Path = Path.Combine(_folder.FullName, "cloudmart.db") });
        (_one, _other) = (new(options), new(options));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_processes_on_one_file_wait_for_each_other_and_one_wins_each_number()
    {
        SqliteConversationLog[] logs = [new(_one), new(_other)];
        for (var number = 1; number <= 10; number++)
        {
            var won = await Task.WhenAll(logs.SelectMany(log => Enumerable.Range(0, 4).Select(_ =>
                Task.Run(() => log.AppendAsync(Entry("c-1", number, Said($"{number}")), Stop)))));
            Assert.Single(won, true);
        }

        Assert.Equal(10, (await logs[0].ReadAsync("c-1", 1, Stop))!.State.LastNumber);
    }

    [Fact]
    public async Task A_write_that_fails_leaves_nothing_behind_and_the_next_one_goes_on()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _one.WriteAsync<bool>(
            connection =>
            {
                SqliteEntries.Put(connection, Entry("c-1", 1, Said("lost")));
                throw new InvalidOperationException("a bug");
            },
            Stop));
        Assert.Null(await new SqliteConversationLog(_one).ReadAsync("c-1", 1, Stop));
        Assert.True(await new SqliteConversationLog(_one).AppendAsync(Entry("c-1", 1, Said("kept")), Stop));
    }

    [Fact]
    public async Task A_commit_is_on_the_disk_when_it_returns_and_readers_wait_for_no_writer()
    {
        var (journal, synchronous) = await _one.WriteAsync(
            connection => (Pragma(connection, "journal_mode"), Pragma(connection, "synchronous")), Stop);
        Assert.Equal(("wal", "2"), (journal, synchronous)); // 2 is FULL

        static string? Pragma(Microsoft.Data.Sqlite.SqliteConnection connection, string name) =>
            connection.FirstOrDefault($"PRAGMA {name}", row => row.GetValue(0).ToString()!);
    }
}
