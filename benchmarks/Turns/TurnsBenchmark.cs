using System.Diagnostics;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Benchmarks.Turns;

/// <summary>
/// A turn that cancels an order, through the API, over DynamoDB Local and a server of the Assistants protocol that thinks in no time.
/// It is timed against the product as a process of its own, and counted in a second run, because counting costs time.
/// </summary>
internal sealed class TurnsBenchmark : IBenchmark
{
    private const int CountedTurns = 20;

    /// <summary>However slow it is here, the program ends.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly Phase WarmUp = new(16, 4_000);
    private static readonly Phase[] Timed = [new(1, 500), new(16, 3_000)];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        await using var database = await Database.StartAsync(limit.Token);
        await using var assistant = await AssistantsServer.StartAsync(CancelingAssistant.Think, limit.Token);
        Console.WriteLine("A cancel turn: API, DynamoDB Local, an Assistants server that thinks in no time (streaming)\n");
        await TimeAsync(database, assistant, limit.Token);
        await CountAsync(database, assistant, limit.Token);
    }

    private static async Task TimeAsync(Database database, AssistantsServer assistant, CancellationToken cancellationToken)
    {
        var settings = database.Settings(WarmUp.Turns + Timed.Sum(phase => phase.Turns));
        await using var product = await ProductProcess.StartAsync(
            [.. settings, .. CancelingAssistant.SettingsFor(assistant)], cancellationToken);
        using var api = new HttpClient { BaseAddress = product.Address };
        var customer = new CancelingCustomer(api);
        await customer.SignInAsync(cancellationToken);
        await WorkAsync(WarmUp, customer, new(), cancellationToken);

        var table = new Table("clients", "turns", "median ms", "p95 ms", "turns/s", "server CPU ms/turn");
        foreach (var phase in Timed)
        {
            var (timings, processor, begun) = (new Timings(), product.ProcessorTime, Stopwatch.GetTimestamp());
            await WorkAsync(phase, customer, timings, cancellationToken);
            table.Add(
                phase.Clients,
                timings.Count,
                timings.Median,
                timings.P95,
                timings.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds,
                (product.ProcessorTime - processor).TotalMilliseconds / timings.Count);
        }

        table.Print();
    }

    private static async Task WorkAsync(Phase phase, CancelingCustomer customer, Timings timings, CancellationToken cancellationToken)
    {
        var last = "";
        var clients = new ParallelOptions { MaxDegreeOfParallelism = phase.Clients, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, phase.Turns, clients, async (_, stop) =>
            last = await timings.MeasureAsync(() => customer.CancelNextAsync(stop)));
        await customer.CheckCanceledAsync(last, cancellationToken);
    }

    private static async Task CountAsync(Database database, AssistantsServer assistant, CancellationToken cancellationToken)
    {
        await using var product = new CountedProduct([.. database.Settings(CountedTurns + 1), .. CancelingAssistant.SettingsFor(assistant)]);
        using var api = product.CreateClient();
        var customer = new CancelingCustomer(api);
        await customer.SignInAsync(cancellationToken);
        await customer.CancelNextAsync(cancellationToken);
        await product.SettledAsync(cancellationToken);

        var calls = assistant.Calls;
        product.Traffic.Clear();
        product.Writes.Clear();
        for (var turn = 0; turn < CountedTurns; turn++)
        {
            await customer.CancelNextAsync(cancellationToken);
        }

        await product.SettledAsync(cancellationToken);
        var table = new Table("a turn costs", "");
        table.Add("HTTP calls to the assistant's server", PerTurn(assistant.Calls - calls));
        table.Add("DynamoDB round trips", PerTurn(product.Traffic.Calls.Count));
        table.Add("write units", PerTurn(product.Writes.Total));
        table.Add("read units", PerTurn(product.Traffic.ReadUnits.Sum()));
        table.Print();
        Console.WriteLine($"  {string.Join(", ", product.Traffic.Calls.CountBy(call => call).Select(call => $"{PerTurn(call.Value):0.0} {call.Key}"))}");
    }

    private static double PerTurn(double count) => count / CountedTurns;

    private sealed record Phase(int Clients, int Turns);
}
