using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;
using CloudMart.Support.Core.Staff;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>What happens without the customer: time, staff, the warehouse, and servers that come and go.</summary>
internal static class DeskSteps
{
    public static ImmutableArray<StepPhrase> All { get; } =
    [
        Act("{count} {unit} pass[es]", "16 minutes pass", "Minutes or hours. A card is open for 15 minutes.",
            (stage, words, _) => Done(() => stage.Clock.Advance(words.Count("count") * Unit(words["unit"])))),
        Act("staff approve it", "Staff approve it", "What waits for approval is carried out.",
            (stage, _, stop) => DecideAsync(stage, approved: true, "", stop)),
        Act("staff reject it because {text}", "Staff reject it because \"The seal is broken\"",
            "It is not carried out, and the customer reads why.",
            (stage, words, stop) => DecideAsync(stage, approved: false, words["text"], stop)),
        Act("meanwhile {order} becomes {status}", "Meanwhile CM-7890 becomes shipped",
            "The warehouse does it, while a card is open or the assistant thinks.",
            (stage, words, stop) => MoveAsync(stage, words["order"], words.Status("status"), stop)),
        Act("the server is restarted", "The server is restarted",
            "The process dies where it is and another one starts over the same store.",
            async (stage, _, stop) =>
            {
                await stage.RestartAsync(stop);
                return null;
            }),
        Act("the assistant's server is away", "The assistant's server is away",
            "Whoever thinks can't be reached, until it is said to be back.",
            (stage, _, _) => Done(() => stage.Mood.IsAway = true)),
        Act("the assistant's server is back", "The assistant's server is back", "It can be reached again.",
            (stage, _, _) => Done(() => stage.Mood.IsAway = false)),
        Act("the assistant takes its time", "The assistant takes its time",
            "From then on nothing is answered, so that something can happen while the assistant thinks.",
            (stage, _, _) => Done(stage.Mood.TakeTime)),
        Act("the assistant goes on", "The assistant goes on", "It answers what it was thinking about.",
            async (stage, _, stop) =>
            {
                stage.Mood.GoOn();
                await stage.Visitor.SettleAsync(await stage.ServerAsync(stop), stop);
                return null;
            }),
    ];

    private static StepPhrase Act(string form, string example, string meaning, StepAct act) =>
        new(StepKind.Happens, form, example, meaning, act);

    private static TimeSpan Unit(string word) =>
        word.StartsWith("hour", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1);

    private static Task<string?> Done(Action act)
    {
        act();
        return Task.FromResult<string?>(null);
    }

    private static async Task<string?> DecideAsync(ScenarioStage stage, bool approved, string reason, CancellationToken stop)
    {
        var (visitor, server) = (stage.Visitor, await stage.ServerAsync(stop));
        if (visitor.Page.Seen.State.Actions.FirstOrDefault(action => action.Stage == ActionStage.AwaitingApproval) is not { } waiting)
        {
            return $"nothing waits for approval; {ShownCards.InWords(visitor.Page, stage.Clock.GetUtcNow())}";
        }

        var priya = new SignedInStaff(DemoAccounts.Priya.Id, DemoAccounts.Priya.GivenName);
        await server.Get<ApprovalService>().DecideAsync(priya, visitor.ConversationId!, waiting.Action, approved, reason, stop);
        await visitor.SettleAsync(server, stop);
        return null;
    }

    /// <summary>
    /// The store takes a change only together with an entry of some conversation: the warehouse writes into one of its own, which nobody
    /// reads.
    /// </summary>
    private static async Task<string?> MoveAsync(ScenarioStage stage, string orderId, OrderStatus status, CancellationToken stop)
    {
        var server = await stage.ServerAsync(stop);
        var order = await stage.OrderAsync(orderId.ToUpperInvariant(), stop);
        var now = stage.Clock.GetUtcNow();
        var shipment = status == OrderStatus.Shipped ? new Shipment("UPS", "1Z84W60E0316752094", now) : order.Shipment;
        var moved = order with { Status = status, Shipment = shipment, Version = order.Version + 1 };
        var id = $"warehouse-{order.OrderId}-{order.Version}";
        var entry = new LogEntry(id, id, [new RecordedEvent(1, now, new NothingWasOwed())]);
        var result = await server.Get<IOrderStore>().CommitAsync(new ShopChange(new OrderChange(order, moved), null), entry, stop);
        return result == CommitResult.Committed ? null : $"the order could not be moved: {result}";
    }
}
