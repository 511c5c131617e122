using System.Collections.Immutable;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Core.Scenarios.Steps;

/// <summary>How things are before anything happens.</summary>
internal static class ShopSteps
{
    private const string UsualItems = "Wireless headphones (black, over-ear), Aluminum laptop stand (silver)";

    private const string Parcel = "1Z84W60E0316752094";

    private const string TooLate = "this has to stand above the first step in which something happens";

    public static ImmutableArray<StepPhrase> All { get; } =
    [
        new(StepKind.Before, "{who} is signed in", "Ana is signed in",
            "Ana or Ben, the demo shop's customers.",
            (stage, words, _) => Done(() => stage.SignIn(People.Find(words["who"])!)))
        {
            Mistake = words => People.IsPronoun(words["who"]) ? "say who is signed in: Ana or Ben." : People.Mistake(words["who"]),
        },
        new(StepKind.Before, "{who} has order {order}[ ({status})][: {items}][, paid with {method}]",
            "She has order CM-7001 (delivered): Rain jacket (navy, M), 2 x Packing cubes, paid with the gift card $20.00 and Visa",
            "What is left out is as in the demo shop's order of that number, if there is one; otherwise the order is pending, has headphones "
            + "and a laptop stand, and was paid with the first card. Items of the catalogue need no price; others do, and stand in quotation "
            + "marks if there is a comma in them. The order named first is the newest.",
            (stage, words, _) => Before(stage, () => stage.Shop.Put(Order(stage, words))))
        {
            Mistake = words => People.Mistake(words["who"]) ?? (words.Has("items") ? OrderWords.Items(words["items"]).Mistake : null),
        },
        new(StepKind.Before, "{who} has a gift card with {money}", "She has a gift card with $200.00",
            "Sets what is on it.",
            (stage, words, _) => Before(stage, () => stage.Shop.Put(WithGiftCard(Profile(stage, words), words.Money("money")))))
        {
            Mistake = words => People.Mistake(words["who"]),
        },
        new(StepKind.Before, "refunds above {money} need approval", "Refunds above $100 need approval",
            "Staff have to agree to them, after the customer.",
            (stage, words, _) => Before(stage, () => stage.Rule("Approval:RefundAbove", words.Money("money")))),
        new(StepKind.Before, "every change is asked by a card", "Every change is asked by a card",
            "Even \"Cancel order CM-7890\" only draws a card.",
            (stage, _, _) => Before(stage, () => stage.Rule("Consent:Mode", "AlwaysCard"))),
    ];

    private static Task<string?> Done(Action act)
    {
        act();
        return Task.FromResult<string?>(null);
    }

    private static Task<string?> Before(ScenarioStage stage, Action act) => stage.HasBegun ? Task.FromResult<string?>(TooLate) : Done(act);

    private static CustomerProfile Profile(ScenarioStage stage, StepWords words) =>
        stage.Shop.Customer(People.Find(words["who"])?.CustomerId ?? stage.Visitor.Customer.CustomerId);

    private static CustomerProfile WithGiftCard(CustomerProfile profile, decimal balance)
    {
        var card = profile.PaymentMethods.FirstOrDefault(method => method.Balance is not null) ?? DemoCustomers.GiftCard;
        var others = profile.PaymentMethods.Where(method => method.Id != card.Id);
        return profile with { PaymentMethods = [.. others, card with { Balance = balance }] };
    }

    private static Order Order(ScenarioStage stage, StepWords words)
    {
        var customer = Profile(stage, words);
        var now = stage.Clock.GetUtcNow();
        var demo = DemoOrders.PlacedBefore(now).FirstOrDefault(order =>
            order.CustomerId == customer.CustomerId && order.OrderId.Equals(words["order"], StringComparison.OrdinalIgnoreCase));
        if (demo is not null && !words.Has("status") && !words.Has("items") && !words.Has("method"))
        {
            return demo;
        }

        var status = words.Has("status") ? words.Status("status") : demo?.Status ?? OrderStatus.Pending;
        var lines = words.Has("items") ? OrderWords.Items(words["items"]).Lines : demo?.Items ?? OrderWords.Items(UsualItems).Lines;
        var placed = now.AddHours(-2).AddDays(-stage.Shop.NextAge - (status is OrderStatus.Pending or OrderStatus.Processed ? 0 : 14));
        var (order, unknown) = new Order(
            words["order"].ToUpperInvariant(), customer.CustomerId, OrderStatus.Pending, placed, lines, customer.Address, [])
            .Pay(customer, words.Has("method") ? words["method"] : customer.PaymentMethods[0].Name);
        return unknown is null
            ? Stand(order, status, now)
            : throw new StepFailedException($"{customer.GivenName} has no payment method \"{unknown}\"");
    }

    private static Order Stand(Order order, OrderStatus status, DateTimeOffset now) => status switch
    {
        OrderStatus.Pending => order,
        OrderStatus.Processed => order.Standing(status),
        OrderStatus.Canceled => order.CanceledAt(now.AddDays(-1)),
        OrderStatus.Shipped => order.Shipped("UPS", Parcel, order.PlacedAt.AddDays(12), DayOf(now).AddDays(2)),
        _ => order
            .Shipped("UPS", Parcel, order.PlacedAt.AddDays(2), DayOf(order.PlacedAt).AddDays(5), order.PlacedAt.AddDays(5))
            .Standing(status),
    };

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
