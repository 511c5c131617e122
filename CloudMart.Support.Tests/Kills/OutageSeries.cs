using CloudMart.Support.Tests.Kills.Turns;
using CloudMart.Support.Tests.Kills.Victims;

namespace CloudMart.Support.Tests.Kills;

/// <summary>The server lives, and what it stands on is killed at random moments and comes back.</summary>
/// <param name="records">The shop's.</param>
/// <param name="victim">Who is killed.</param>
/// <param name="report">What it comes to.</param>
/// <param name="seed">Chooses the moments and what customers do.</param>
internal sealed class OutageSeries(ShopRecords records, IVictim victim, KillReport report, int seed) : IDisposable
{
    /// <summary>As long as a slow turn takes.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(800);

    /// <summary>Short enough for whoever tries again a few times, and long enough that most first tries fail.</summary>
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromSeconds(2);

    private readonly Random _random = new(seed);
    private readonly Shoppers _shoppers = new(records, new Random(seed));
    private readonly TurnBook _turns = new(records);
    private readonly Senders _senders = new(records);

    /// <param name="outages">How many.</param>
    /// <param name="mind">The settings of who thinks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(int outages, IReadOnlyDictionary<string, string?> mind, CancellationToken cancellationToken)
    {
        var customer = await _shoppers.WelcomeAsync(cancellationToken);
        await using var product = await Servers.StartAsync(records, mind, customer, cancellationToken);
        _senders.Call(product.Address);
        await _senders.SignInAsync(customer, cancellationToken);
        for (var outage = 0; outage < outages; outage++)
        {
            await _shoppers.OrderMoreAsync(customer, cancellationToken);
            await BreakAsync(cancellationToken);
        }
    }

    public void Dispose() => _senders.Dispose();

    private async Task BreakAsync(CancellationToken cancellationToken)
    {
        var underway = _senders.GoOnAsync(_turns.Add(_shoppers.Wish()), cancellationToken);
        await Task.Delay(Turn * Math.Pow(_random.NextDouble(), 2), TimeProvider.System, cancellationToken); // not every mind is slow
        await victim.KillAsync(cancellationToken);
        await Task.Delay(LongestAbsence * _random.NextDouble(), TimeProvider.System, cancellationToken);
        await victim.RestartAsync(cancellationToken);
        report.Killed(KillSeries.AtRandom, await _turns.LookAsync(cancellationToken));
        await new Settling(records, _turns, _senders, report).SettleAsync(underway, cancellationToken);
    }
}
