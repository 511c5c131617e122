using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Claims;
using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Assistant.Embedded;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A conversation with the embedded assistant, over tools that answer as the real ones do from a handful of orders.</summary>
internal sealed class EmbeddedChat(params Order[] orders)
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private const int MaxSteps = 8;

    private readonly EmbeddedAssistant _assistant =
        new(new FakeTimeProvider(Now), Options.Create(new EmbeddedOptions { PieceDelay = TimeSpan.Zero }));

    private readonly Dictionary<string, Order> _orders = orders.ToDictionary(order => order.OrderId);

    public List<ThreadItem> Thread { get; } = [];

    /// <summary>What the tools can do; a test takes some away.</summary>
    public List<string> Offered { get; } =
        ["cancel_order", "get_order", "list_orders", "track_order", "hand_off_to_staff", .. EmbeddedShop.Tools];

    public EmbeddedShop Shop { get; } = new();

    /// <summary>When set, every tool answers this.</summary>
    public string? EveryToolAnswers { get; set; }

    /// <summary>Says <paramref name="text"/> and lets the assistant work until it has answered.</summary>
    /// <returns>The calls in their order, and the words.</returns>
    public async Task<(ImmutableArray<string> Calls, string Words)> SayAsync(string text)
    {
        Thread.Add(new CustomerMessage(Thread.Count + 1, text));
        if (Shop.NoteOn(text) is { } note)
        {
            Thread.Add(new DeskNote(Thread.Count + 1, note));
        }

        var calls = ImmutableArray.CreateBuilder<string>();
        for (var step = 0; step < MaxSteps; step++)
        {
            var (pieces, ended) = await StepAsync(step);
            if (ended is Answered answered)
            {
                Assert.Equal(answered.Text, pieces);
                Assert.Null(ChangesMade.UnfoundedClaimIn(answered.Text, ThreadAsLog.Of(Thread)));
                Thread.Add(new AssistantMessage(Thread.Count + 1, answered.Text));
                return (calls.ToImmutable(), answered.Text);
            }

            var required = Assert.IsType<ToolsRequired>(ended);
            Assert.NotEmpty(required.Calls);
            calls.AddRange(required.Calls.Select(Shorten));
            Answer(required);
        }

        throw new InvalidOperationException($"'{text}' was not answered in {MaxSteps} steps: {string.Join("; ", calls)}");
    }

    public async Task<(string Pieces, StepEnded Ended)> StepAsync(int step = 0)
    {
        var request = new AssistantRequest(
            "c-1", "run-1", step, new SignedInCustomer("customer-1", "Ana"), [.. Thread],
            [.. Offered.Select(name => new ToolDescription(name, "", "{}"))], null, Now.AddMinutes(2));
        var cancellation = TestContext.Current.CancellationToken;
        var updates = await _assistant.NextStepAsync(request, cancellation).ToListAsync(cancellation);
        var text = updates.OfType<TextPiece>().Aggregate(new StringBuilder(), (all, piece) => all.Append(piece.Text)).ToString();
        return (text, Assert.IsAssignableFrom<StepEnded>(updates[^1]));
    }

    /// <summary>Answers every call and adds the round to the thread.</summary>
    public void Answer(ToolsRequired required) => Thread.Add(new ToolRound(
        Thread.Count + 1, "run-1", required.Text,
        [.. required.Calls.Select(call => new AnsweredCall(call, EveryToolAnswers ?? Answer(call)))]));

    /// <summary>E.g. <c>cancel_order CM-7890</c>, <c>list_orders pending</c>, <c>return_items CM-7820 6 gift_card_77</c>.</summary>
    private static string Shorten(ToolCall call)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var values = arguments.RootElement.EnumerateObject().Where(value => value.Name is not ("reason" or "summary" or "question"))
            .Select(value => Shorten(value.Value)).Where(value => value.Length > 0);
        return string.Join(' ', values.Prepend(call.Name));
    }

    private static string Shorten(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join('+', value.EnumerateArray().Select(Shorten)),
        JsonValueKind.Object when value.TryGetProperty("itemId", out var from) => $"{from}>{value.GetProperty("newItemId")}",
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(part => part.Value.ToString()).Where(part => part.Length > 0)),
        _ => value.GetString() ?? "",
    };

    private string Answer(ToolCall call)
    {
        var arguments = JsonDocument.Parse(call.Arguments).RootElement;
        return call.Name switch
        {
            "list_orders" => List(arguments.GetProperty("status").GetString()),
            "hand_off_to_staff" => ToolOutput.HandedOff(),
            _ when EmbeddedShop.Tools.Contains(call.Name) => Shop.Answer(call.Name, arguments),
            _ when !_orders.ContainsKey(arguments.GetProperty("orderId").GetString()!) => ToolOutput.OrderNotFound(),
            "cancel_order" => Cancel(_orders[arguments.GetProperty("orderId").GetString()!]),
            _ => WithProducts(ToolOutput.Found(_orders[arguments.GetProperty("orderId").GetString()!])),
        };
    }

    private string List(string? status)
    {
        var listed = _orders.Values.Where(order => status is null || order.Status.ToWord() == status);
        return WithProducts(ToolOutput.Found([.. listed.OrderByDescending(order => order.PlacedAt)], more: false));
    }

    /// <summary>With the products that the items are variants of.</summary>
    private static string WithProducts(string output)
    {
        var answer = JsonNode.Parse(output)!;
        var orders = answer["orders"] is JsonArray several ? several.OfType<JsonNode>() : answer["order"] is { } one ? [one] : [];
        foreach (var item in orders.SelectMany(order => order["items"]!.AsArray()))
        {
            item!["productId"] ??= EmbeddedShop.ProductOf(item["itemId"]!.GetValue<string>());
        }

        return answer.ToJsonString();
    }

    private string Cancel(Order order)
    {
        var newest = Thread.OfType<CustomerMessage>().Last().Text;
        var stamp = new OperationStamp(new("c-1", 3, 0), "customer-1", Now);
        var (outcome, change) = new Cancellation(stamp, null).Decide(new OrderInShop(order));
        if (outcome is OrderCanceled && CancelEvidence.OrderIdIn(newest) != order.OrderId)
        {
            Shop.Card = ("cancel_order", order.OrderId);
            return ActionOutput.WaitingForCustomer("cancel_order", ActionCards.For(outcome)!);
        }

        _orders[order.OrderId] = change?.Order?.After ?? order;
        return ToolOutput.Of("cancel_order", outcome);
    }
}
