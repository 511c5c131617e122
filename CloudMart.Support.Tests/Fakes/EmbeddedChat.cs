using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CloudMart.Support.Core.Assistant;
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
    public List<string> Offered { get; } = ["cancel_order", "get_order", "list_orders", "track_order", "hand_off_to_staff"];

    /// <summary>When set, every tool answers this.</summary>
    public string? EveryToolAnswers { get; set; }

    /// <summary>Says <paramref name="text"/> and lets the assistant work until it has answered.</summary>
    /// <returns>The calls in their order, and the words.</returns>
    public async Task<(ImmutableArray<string> Calls, string Words)> SayAsync(string text)
    {
        Thread.Add(new CustomerMessage(Thread.Count + 1, text));
        var calls = ImmutableArray.CreateBuilder<string>();
        for (var step = 0; step < MaxSteps; step++)
        {
            var (pieces, ended) = await StepAsync(step);
            if (ended is Answered answered)
            {
                Assert.Equal(answered.Text, pieces);
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

    /// <summary>E.g. <c>cancel_order CM-7890</c>, <c>list_orders pending</c>.</summary>
    private static string Shorten(ToolCall call)
    {
        using var arguments = JsonDocument.Parse(call.Arguments);
        var values = arguments.RootElement.EnumerateObject().Where(value => value.Name is "orderId" or "status")
            .Select(value => value.Value.GetString()).OfType<string>();
        return string.Join(' ', values.Prepend(call.Name));
    }

    private string Answer(ToolCall call)
    {
        var arguments = JsonDocument.Parse(call.Arguments).RootElement;
        return call.Name switch
        {
            "list_orders" => List(arguments.GetProperty("status").GetString()),
            "hand_off_to_staff" => ToolOutput.HandedOff(),
            _ when !_orders.ContainsKey(arguments.GetProperty("orderId").GetString()!) => ToolOutput.OrderNotFound(),
            "cancel_order" => Cancel(_orders[arguments.GetProperty("orderId").GetString()!]),
            _ => ToolOutput.Found(_orders[arguments.GetProperty("orderId").GetString()!]),
        };
    }

    private string List(string? status)
    {
        var listed = _orders.Values.Where(order => status is null || order.Status.ToWord() == status);
        return ToolOutput.Found([.. listed.OrderByDescending(order => order.PlacedAt)], more: false);
    }

    private string Cancel(Order order)
    {
        var newest = Thread.OfType<CustomerMessage>().Last().Text;
        var stamp = new OperationStamp(new("c-1", 3, 0), "customer-1", Now);
        var (outcome, change) = new Cancellation(stamp, null).Decide(new OrderInShop(order));
        if (outcome is OrderCanceled && CancelEvidence.OrderIdIn(newest) != order.OrderId)
        {
            return ActionOutput.WaitingForCustomer("cancel_order", ActionCards.For(outcome)!);
        }

        _orders[order.OrderId] = change?.Order?.After ?? order;
        return ToolOutput.Of("cancel_order", outcome);
    }
}
