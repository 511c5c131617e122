using System.Globalization;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using Microsoft.Extensions.Configuration;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>
/// Where one scenario is played: a shop, a clock and a store of its own, and a server that starts with the first thing that happens.
/// </summary>
internal sealed class ScenarioStage : IAsyncDisposable
{
    private readonly IConfiguration _settings;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudmart-scenario-");
    private readonly Dictionary<string, Visitor> _visitors = [];
    private readonly Dictionary<string, string?> _rules = [];
    private readonly Pulse _pulse = new();
    private ScenarioServer? _server;
    private Visitor? _latest;

    /// <param name="settings">Who thinks; see <see cref="StageSettings"/>.</param>
    public ScenarioStage(IConfiguration settings) => (_settings, Mood) = (settings, new AssistantMood(_pulse));

    public ScenarioClock Clock { get; } = new();

    public ScenarioShop Shop { get; } = new();

    public AssistantMood Mood { get; }

    /// <summary>Something has happened; what was there before can't be set any more.</summary>
    public bool HasBegun => _server is not null;

    /// <summary>Whom "she" and "the conversation" are about.</summary>
    /// <exception cref="StepFailedException">Nobody is signed in.</exception>
    public Visitor Visitor => _latest ?? throw new StepFailedException("nobody is signed in");

    public void SignIn(CustomerProfile profile)
    {
        _latest = _visitors.GetValueOrDefault(profile.GivenName)
            ?? new Visitor(new SignedInCustomer(profile.CustomerId, profile.GivenName), _pulse, Mood);
        _visitors[profile.GivenName] = _latest;
    }

    /// <summary>The visitor of that name, or the one who was last spoken of.</summary>
    /// <exception cref="StepFailedException">They are not signed in.</exception>
    public Visitor Meet(string who) => _latest = People.IsPronoun(who)
        ? Visitor
        : _visitors.GetValueOrDefault(People.Find(who)?.GivenName ?? "") ?? throw new StepFailedException($"{who} is not signed in");

    /// <summary>A setting that holds for this scenario.</summary>
    public void Rule(string setting, object value) => _rules[setting] = Convert.ToString(value, CultureInfo.InvariantCulture);

    public async Task<ScenarioServer> ServerAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
        {
            _server = await StartAsync(cancellationToken);
            await Shop.OpenAsync(_server, cancellationToken);
        }

        return _server;
    }

    /// <summary>The process ends and another one starts over the same store, after everybody's lease has run out.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        var before = await ServerAsync(cancellationToken);
        foreach (var visitor in _visitors.Values)
        {
            await visitor.DisconnectAsync();
        }

        await before.DisposeAsync();
        Clock.Advance(IOwedAnswers.LeaseTime + TimeSpan.FromSeconds(1));
        _server = await StartAsync(cancellationToken);
        foreach (var visitor in _visitors.Values)
        {
            await visitor.ReconnectAsync(_server, cancellationToken);
        }
    }

    public async Task<Order> OrderAsync(string orderId, CancellationToken cancellationToken)
    {
        var server = await ServerAsync(cancellationToken);
        return await server.Get<IOrderStore>().FindAsync(orderId, cancellationToken)
            ?? throw new StepFailedException($"the shop has no order {orderId}");
    }

    public async Task<CustomerProfile> ProfileAsync(CancellationToken cancellationToken)
    {
        var server = await ServerAsync(cancellationToken);
        return (await server.Get<ICustomerStore>().FindAsync(Visitor.Customer.CustomerId, cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        Mood.GoOn();
        foreach (var visitor in _visitors.Values)
        {
            await visitor.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private Task<ScenarioServer> StartAsync(CancellationToken cancellationToken) => ScenarioServer.StartAsync(
        StageSettings.Of(_settings, Path.Combine(_folder.FullName, "cloudmart.db"), _rules), Clock, Mood, cancellationToken);
}
