using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Benchmarks.Insights;

/// <summary>Fills a store with the counters of a year of busy days, as they come to stand there; conversations are not needed for it.</summary>
internal static class CountedYear
{
    private const int PerBatch = 25; // DynamoDB's limit

    public static async Task FillSqliteAsync(string path, DateOnly last, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO day_counters (day, name, value) VALUES ($day, $name, $value)";
        foreach (var day in DaysTo(last))
        {
            foreach (var (name, value) in BusyDay.Counters)
            {
                command.Parameters.Clear();
                command.Parameters.AddWithValue("$day", Name(day));
                command.Parameters.AddWithValue("$name", name);
                command.Parameters.AddWithValue("$value", value);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public static async Task FillDynamoDbAsync(ServiceProvider store, string table, DateOnly last, CancellationToken cancellationToken)
    {
        var client = store.GetRequiredService<IAmazonDynamoDB>();
        foreach (var some in DaysTo(last).Chunk(PerBatch))
        {
            var puts = some.Select(day => new WriteRequest(new PutRequest(ItemOf(day))));
            await client.BatchWriteItemAsync(new BatchWriteItemRequest { RequestItems = new() { [table] = [.. puts] } }, cancellationToken);
        }
    }

    private static Dictionary<string, AttributeValue> ItemOf(DateOnly day)
    {
        var item = BusyDay.Counters.ToDictionary(
            counter => counter.Name, counter => new AttributeValue { N = counter.By.ToString(CultureInfo.InvariantCulture) });
        item["conversationId"] = new($"insights#{day.Year}");
        item["sk"] = new($"{Name(day)}#0");
        return item;
    }

    private static IEnumerable<DateOnly> DaysTo(DateOnly last) => Enumerable.Range(0, 366).Select(before => last.AddDays(-before));

    private static string Name(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
