using System.Globalization;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.Kills;

namespace CloudMart.Support.Kills;

internal static class Program
{
    private const string NoDynamoDb = "DynamoDB Local is not here: run ./test.sh once, or set DYNAMODB_LOCAL_DIR.";

    /// <summary>By what they kill.</summary>
    private static readonly Dictionary<string, Func<Killings, CancellationToken, Task<KillReport>>> Series = new()
    {
        ["server"] = OfServerAsync,
        ["sqlite"] = (killings, stop) => killings.OfServerOnSqliteAsync(stop),
        ["dynamodb"] = async (killings, stop) => await killings.OfDynamoDbAsync(stop) ?? throw new InvalidOperationException(NoDynamoDb),
        ["chat"] = (killings, stop) => killings.OfChatServerAsync(stop),
        ["assistants"] = (killings, stop) => killings.OfAssistantsServerAsync(stop),
    };

    /// <returns>0 where nothing was lost, doubled or missing; 1 where something was; 2 where it was not said what to kill; 130 where it was interrupted.</returns>
    public static async Task<int> Main(string[] args)
    {
        if (args is not [var number, .. var names]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var kills)
            || names.Any(name => !Series.ContainsKey(name)))
        {
            await Console.Error.WriteLineAsync($"dotnet run -c Release --project kills -- <how many> [{string.Join(" | ", Series.Keys)}] …");
            return 2;
        }

        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        };
        try
        {
            var killings = new Killings(kills, KillSeed.Value, Console.Error);
            var clean = true;
            foreach (var name in names.DefaultIfEmpty("server"))
            {
                var report = await Series[name](killings, interrupted.Token);
                Console.WriteLine(report);
                clean &= report.IsClean;
            }

            return clean ? 0 : 1;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return 130;
        }
    }

    private static async Task<KillReport> OfServerAsync(Killings killings, CancellationToken cancellationToken)
    {
        await using var store = await DynamoDbJava.StartAsync(cancellationToken) ?? throw new InvalidOperationException(NoDynamoDb);
        return await killings.OfServerOnDynamoDbAsync(store.Address, cancellationToken);
    }
}
