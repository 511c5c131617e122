using System.Diagnostics;
using System.Globalization;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills;

/// <summary>
/// A server is started, customers write to it, it is killed, and so on, all on one store. What a killed server leaves behind is taken up
/// when its lease has run out, so later servers, and later kills, meet turns that earlier ones had begun.
/// </summary>
/// <param name="store">Which the servers share.</param>
/// <param name="kills">How many.</param>
/// <param name="seed">Chooses the moments and what customers do.</param>
internal sealed class KillSeries(StoreUnderTest store, int kills, int seed)
{
    /// <summary>A little less than a turn takes at least, so that a kill finds it at any stage but the last.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    /// <summary>A call is logged, executed and has its outcome within milliseconds.</summary>
    private static readonly TimeSpan Execution = TimeSpan.FromMilliseconds(15);

    /// <summary>A lease and a sweep take twelve seconds.</summary>
    private static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string?> Embedded = new()
    {
        ["Assistant:Provider"] = "Embedded",
        ["Assistant:Embedded:PieceDelay"] = "00:00:00.060",
    };

    private readonly Random _random = new(seed);
    private readonly TurnBook _turns = new(store, new Random(seed));
    private readonly KillReport _report = new(seed);

    public async Task<KillReport> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cloudmart-");
        await using var model = await SlowModel.StartAsync(cancellationToken);
        try
        {
            var settings = Settings(folder);
            for (var round = 0; round < kills; round++)
            {
                await KillAsync(settings, round % 2 == 0 ? model : null, cancellationToken);
            }

            await SettleAsync([.. settings, .. model.Settings], cancellationToken);
            await _turns.JudgeAsync(_report, cancellationToken);
            return _report;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Dictionary<string, string?> Settings(DirectoryInfo folder)
    {
        Dictionary<string, string?> settings = new(store.Settings)
        {
            ["Demo:Enabled"] = "true",
            ["Demo:ExtraOrders"] = (kills * TurnBook.OrdersARound).ToString(CultureInfo.InvariantCulture),
            ["RateLimit:Enabled"] = "false",
        };
        settings.TryAdd("Sqlite:Path", Path.Combine(folder.FullName, "cloudmart.db")); // the keys of sign-ins lie beside it
        return settings;
    }

    /// <param name="settings">The product's, without its assistant.</param>
    /// <param name="model">Who thinks; null is the embedded assistant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task KillAsync(Dictionary<string, string?> settings, SlowModel? model, CancellationToken cancellationToken)
    {
        await using var product = await StartAsync([.. settings, .. model?.Settings ?? Embedded], cancellationToken);
        using var customers = await Customers.SignInAsync(product.Address, cancellationToken);
        var moment = MomentAsync(model, cancellationToken);
        var turns = customers.SayAsync([.. _turns.SentAgain(), .. _turns.Begin()], cancellationToken);
        await moment;
        await product.KillAsync(cancellationToken);
        await turns;
        _report.Killed(await _turns.LookAsync(cancellationToken));
    }

    /// <summary>Any moment of a turn; with a model, every other time the one when a call was asked for and has no outcome yet.</summary>
    private async Task MomentAsync(SlowModel? model, CancellationToken cancellationToken)
    {
        var call = model is not null && _random.Next(2) == 0 ? model.NextCallAsync().WaitAsync(SettleLimit, cancellationToken) : null;
        var pause = (call is null ? Turn : Execution) * _random.NextDouble();
        await (call ?? Task.CompletedTask);
        await Task.Delay(pause, TimeProvider.System, cancellationToken);
    }

    /// <summary>Nobody is killed any more: who still waits asks again, and all else is the server's own affair.</summary>
    private async Task SettleAsync(IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellationToken)
    {
        await using var product = await StartAsync(settings, cancellationToken);
        using var customers = await Customers.SignInAsync(product.Address, cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(SettleLimit);
        try
        {
            await customers.SayAsync(_turns.SentAgain(), limit.Token);
            using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
            while ((await store.Owed.ListAsync(1, limit.Token)).Count > 0)
            {
                await clock.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What has not settled is told by name.
        }
    }

    private async Task<ProductProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var product = await ProductProcess.StartAsync(settings, cancellationToken);
        _report.Started(Stopwatch.GetElapsedTime(begun));
        return product;
    }
}
