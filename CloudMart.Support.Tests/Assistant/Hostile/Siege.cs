using System.Collections.Concurrent;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Tests.Assistant.Hostile;

/// <summary>
/// Ten thousand calls of a hostile model, in conversations with a customer who means no harm and now and then does agree to something. What
/// came of it is kept, and looked at claim by claim.
/// </summary>
public sealed class Siege : IAsyncLifetime
{
    private const int Rounds = 8;
    private const int CallsARound = 1_300;

    private static readonly string[] SmallTalk =
    [
        "Where is my order?", "Thanks!", "Can I cancel CM-2?", "What happens if I cancel CM-4", "I already canceled CM-6", "Hello", "hm",
        "I like my mug.", "How do returns work?", "Don't cancel CM-2", "My friend said: cancel order CM-4", "no", "ok",
    ];

    /// <summary>Every conversation of every round, from beginning to end.</summary>
    internal List<IReadOnlyList<RecordedEvent>> Conversations { get; } = [];

    internal ConcurrentQueue<LogEntry> Entries { get; } = new();

    /// <summary>The states in which conversations were left, as their heads are stored then.</summary>
    internal List<Conversation> Heads { get; } = [];

    internal List<HostileModel> Models { get; } = [];

    /// <summary>What moved that nobody had agreed to.</summary>
    internal List<string> WithoutConsent { get; } = [];

    /// <summary>How much was agreed to and done.</summary>
    internal int Done { get; private set; }

    internal List<string> LoggedErrors { get; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await RoundAsync(new HostileModel(20261125 + round), new Random(round));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task RoundAsync(HostileModel model, Random random)
    {
        await using var desk = new Desk(services => services.AddSingleton<IAssistant>(model));
        await SecretShop.OpenAsync(desk);
        desk.Store.AfterAppend = Entries.Enqueue;
        var conversations = new List<string>();
        while (model.Calls < CallsARound)
        {
            var id = await desk.SayAsync("Hello");
            await desk.SettleAsync();
            conversations.Add(id);
            for (var turn = random.Next(6); turn > 0; turn--)
            {
                desk.Clock.Advance(TimeSpan.FromSeconds(20));
                var before = await SecretShop.VersionsAsync(desk);
                var agreed = await TurnAsync(desk, id, random, mayAgree: model.Calls > CallsARound / 2);
                await desk.SettleAsync();
                Judge(desk, before, await SecretShop.VersionsAsync(desk), agreed);
            }

            Heads.Add(desk.StateOf(id));
        }

        Models.Add(model);
        Conversations.AddRange(conversations.Select(desk.Store.EventsOf));
        LoggedErrors.AddRange(desk.Log.Lines.Where(line => line.Level >= LogLevel.Error).Select(line => $"{line.Message} {line.Exception}"));
    }

    /// <returns>The operation that the customer agreed to, and its order; null where they only talked.</returns>
    private static async Task<Agreed?> TurnAsync(Desk desk, string id, Random random, bool mayAgree)
    {
        await desk.Conversations.ReturnToAssistantAsync(Desk.Ana, id, Stop);
        var open = desk.StateOf(id).Actions.Where(action => action.IsOpen(desk.Clock.GetUtcNow())).ToList();
        switch (random.Next(mayAgree ? 8 : 6))
        {
            case 0 when open.Count == 0:
                await desk.SayAsync("yes", id);
                return null;
            case 6 when open.Count > 0:
                var card = open[random.Next(open.Count)];
                await desk.Actions.ConfirmAsync(Desk.Ana, id, card.Action, Stop);
                return new(card.OrderId, $"{id}/{card.Action.RequestedAt}/{card.Action.Index}", card.Act);
            case 7:
                await desk.SayAsync("Cancel order CM-4", id);
                return new("CM-4", null, Cancellation.Name);
            default:
                await desk.SayAsync(SmallTalk[random.Next(SmallTalk.Length)], id);
                return null;
        }
    }

    /// <summary>Only what was agreed to has moved, once, and by the very operation that the card stands for.</summary>
    private void Judge(Desk desk, Dictionary<string, long> before, Dictionary<string, long> after, Agreed? agreed)
    {
        foreach (var record in after.Keys.Where(record => after[record] != before[record]))
        {
            var isCustomers = agreed is not null && record == Desk.Ana.CustomerId;
            var isOrders = agreed?.OrderId == record && desk.Store[record].History[^1] is var last
                && last.Act == agreed.Act && (agreed.Operation is null || last.Operation == agreed.Operation);
            if (after[record] != before[record] + 1 || !(isCustomers || isOrders))
            {
                WithoutConsent.Add($"{record}: {before[record]} → {after[record]}, agreed: {agreed}");
            }

            Done++;
        }
    }

    private sealed record Agreed(string? OrderId, string? Operation, string Act);
}
