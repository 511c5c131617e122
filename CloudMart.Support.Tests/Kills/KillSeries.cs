using CloudMart.Support.Tests.Kills.Minds;
using CloudMart.Support.Tests.Kills.Points;
using CloudMart.Support.Tests.Kills.Turns;

namespace CloudMart.Support.Tests.Kills;

/// <summary>
/// A server is started, customers write to it, it is killed, and so on, all on one store; after some kills one server is left alive, and
/// everything has to settle. What a killed server leaves behind is taken up when its lease has run out, so later servers, and later kills,
/// meet turns that earlier ones had begun.
/// </summary>
/// <param name="records">Which the servers share.</param>
/// <param name="report">What it comes to.</param>
/// <param name="seed">Chooses the moments and what customers do.</param>
internal sealed class KillSeries(ShopRecords records, KillReport report, int seed) : IDisposable
{
    public const string AtRandom = "at random";

    /// <summary>So that in a short series, too, every mind is asked and many turns are taken up again.</summary>
    private const int KillsBeforeCalm = 7;

    /// <summary>A little less than a turn takes at least, so that a kill finds it at any stage but the last.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(500);

    /// <summary>However slow it is here, the point is passed by then, or never.</summary>
    private static readonly TimeSpan PassageLimit = TimeSpan.FromMinutes(1);

    private readonly Random _random = new(seed);
    private readonly Shoppers _shoppers = new(records, new Random(seed));
    private readonly TurnBook _turns = new(records);
    private readonly Senders _senders = new(records);

    /// <param name="kills">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(int kills, CancellationToken cancellationToken)
    {
        await using var model = await SlowModel.StartAsync(cancellationToken);
        await using var remote = await RemoteAssistant.StartAsync(cancellationToken);
        IMind[] minds = [model, remote, new EmbeddedMind()];
        foreach (var spell in Enumerable.Range(0, kills).Chunk(KillsBeforeCalm))
        {
            var mind = minds[spell[0] / KillsBeforeCalm % minds.Length];
            foreach (var kill in spell)
            {
                await KillAsync(PointOf(kill), mind, cancellationToken);
            }

            await SettleAsync(mind, cancellationToken);
        }
    }

    public void Dispose() => _senders.Dispose();

    /// <summary>Every other kill is at a named point, one after another; all others are at random.</summary>
    private static KillPoint? PointOf(int kill)
    {
        var points = Enum.GetValues<KillPoint>();
        return kill % 2 == 0 ? points[kill / 2 % points.Length] : null;
    }

    private async Task KillAsync(KillPoint? point, IMind mind, CancellationToken cancellationToken)
    {
        var customer = await _shoppers.WelcomeAsync(cancellationToken);
        var trap = point is { } at ? new Trap(at, PassageOf(at), Blow.Kill) : null;
        await using var product = await Servers.StartAsync(records, [.. mind.Settings, .. trap?.Settings ?? []], customer, cancellationToken);
        _senders.Call(product.Address);
        await _senders.SignInAsync(customer, cancellationToken);
        var underway = _senders.GoOnAsync([.. _turns.Unfinished(), .. _turns.Add(_shoppers.Wish())], cancellationToken);
        if (point is null)
        {
            await Task.Delay(Turn * _random.NextDouble(), TimeProvider.System, cancellationToken);
            await product.KillAsync(cancellationToken);
        }
        else
        {
            await product.DiesAsync(cancellationToken).WaitAsync(PassageLimit, cancellationToken);
        }

        await underway;
        report.Killed(point?.ToString() ?? AtRandom, await _turns.LookAsync(cancellationToken));
    }

    /// <summary>One yes is all there is for sure; everything else happens at least twice.</summary>
    private int PassageOf(KillPoint point) => point == KillPoint.AfterCardsYes ? 1 : _random.Next(1, 3);

    /// <summary>Nobody is killed for a while.</summary>
    private async Task SettleAsync(IMind mind, CancellationToken cancellationToken)
    {
        await using var product = await Servers.StartAsync(records, mind.Settings, customer: null, cancellationToken);
        _senders.Call(product.Address);
        await new Settling(records, _turns, _senders, report).SettleAsync(Task.CompletedTask, cancellationToken);
        report.Found(mind.Complaints);
    }
}
