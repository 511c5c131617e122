using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.Kills.Minds;
using CloudMart.Support.Tests.Kills.Points;
using CloudMart.Support.Tests.Kills.Turns;

namespace CloudMart.Support.Tests.Kills;

/// <summary>
/// A server stands still in the middle of a turn until its lease has run out, a second one on the same store takes the turn over and ends
/// it, and the first wakes up where it was: about to log, or to change, what has long been logged and changed.
/// </summary>
[Trait("Needs", "Process")]
public sealed class PausedServerTests(DynamoDbLocal local)
{
    private static readonly TimeSpan TakeOverLimit = TimeSpan.FromMinutes(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(KillPoint.BeforeTransaction))]
    [InlineData(nameof(KillPoint.BeforeRunEnded))]
    public async Task A_server_paused_past_its_lease_and_overtaken_changes_nothing_when_it_wakes(string point)
    {
        await using var records = await ShopRecords.InSqliteAsync(Stop);

        await ChangesNothingAsync(records, Enum.Parse<KillPoint>(point), await SlowModel.StartAsync(Stop));
    }

    [Fact]
    public async Task Neither_where_the_assistant_keeps_runs_of_its_own_and_none_of_them_is_left_there()
    {
        await using var records = await ShopRecords.InSqliteAsync(Stop);

        await ChangesNothingAsync(records, KillPoint.BeforeToolRequested, await RemoteAssistant.StartAsync(Stop));
    }

    [Fact]
    [Trait("Needs", "DynamoDB")]
    public async Task Neither_on_DynamoDB()
    {
        var address = await local.AddressAsync(Stop);
        Assert.SkipWhen(address is null, DynamoDbLocal.Missing);
        await using var records = await ShopRecords.InDynamoDbAsync(address, Stop);

        await ChangesNothingAsync(records, KillPoint.BeforeTransaction, await SlowModel.StartAsync(Stop));
    }

    private static async Task ChangesNothingAsync(ShopRecords records, KillPoint point, IMind started)
    {
        Assert.SkipUnless(ProcessSignal.IsSupported, ProcessSignal.Missing);
        var shoppers = new Shoppers(records, new Random(KillSeed.Value));
        var customer = await shoppers.WelcomeAsync(Stop);
        var turn = CustomersTurn.Cancellation(shoppers.TakeOrder(), leaves: false);
        await using var mind = started;
        var trap = new Trap(point, passage: 1, Blow.Pause);
        await using var first = await Servers.StartAsync(records, [.. mind.Settings, .. trap.Settings], customer, Stop);
        await using var second = await Servers.StartAsync(records, mind.Settings, customer, Stop);
        using var senders = new Senders(records);
        senders.Call(first.Address);
        await senders.SignInAsync(customer, Stop);

        var underway = senders.GoOnAsync([turn], Stop);
        var ended = await EndedAsync(records, turn).WaitAsync(TakeOverLimit, Stop);
        var order = await records.Orders.FindAsync(turn.Order!.OrderId, Stop);
        first.Wake();
        await underway;

        // The first server hears of this only after it has done with what it was paused at: one worker a conversation.
        var next = CustomersTurn.Next(turn);
        await senders.GoOnAsync([next], Stop);
        var after = await records.Log.ReadAfterAsync(turn.ConversationId, 0, 1_000, Stop);
        Assert.Contains(ended, recorded => recorded.Event is RunResumed);
        Assert.Equal(next.MessageId, Assert.IsType<CustomerSaid>(after[ended.Count].Event).MessageId);
        Assert.Single(after.Skip(ended.Count), recorded => recorded.Event is RunEnded);
        Assert.Equal(order!.Version, (await records.Orders.FindAsync(order.OrderId, Stop))!.Version);
        Assert.Empty(TurnVerdict.Of(turn, ended, order, marked: false));
        Assert.Empty(mind.Complaints);
    }

    /// <returns>The log, once the turn has ended by whomever's hand.</returns>
    private static async Task<IReadOnlyList<RecordedEvent>> EndedAsync(ShopRecords records, CustomersTurn turn)
    {
        using var clock = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await clock.WaitForNextTickAsync(Stop))
        {
            var log = await records.Log.ReadAfterAsync(turn.ConversationId, 0, 1_000, Stop);
            if (log.Any(recorded => recorded.Event is RunEnded) && (await records.Owed.ListAsync(DateTimeOffset.MaxValue, 1, Stop)).Count == 0)
            {
                return log;
            }
        }

        throw new OperationCanceledException(Stop);
    }
}
