using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>
/// What every assistant must do, whoever thinks. It is asked about one pending order, CM-7890, which <c>cancel_order</c> cancels; an
/// implementation brings the assistant and, where the thinking is done elsewhere, somebody who thinks.
/// </summary>
public abstract class AssistantConformance
{
    private static readonly ToolDescription CancelOrder = new(
        "cancel_order",
        "Cancels a pending order.",
        """
        {"type":"object","properties":{"orderId":{"type":"string"},"reason":{"type":["string","null"]}},
         "required":["orderId","reason"],"additionalProperties":false}
        """);

    private static readonly string Canceled = ToolOutput.Of(
        "cancel_order", new OrderCanceled(SomeOrders.Cancel(SomeOrders.Pending("CM-7890")).Order!.After, []));

    private protected abstract IAssistant Assistant { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_ends_once_and_its_pieces_add_up_to_its_text()
    {
        var step = await Assistant.TakeAsync(Asks("Hello"), Stop);
        Assert.Same(step.End, step.Updates[^1]);
        Assert.NotEmpty(step.Answered.Text);
        Assert.Equal(step.Answered.Text, step.Shown);
    }

    [Fact]
    public async Task A_wish_that_needs_a_tool_asks_for_it_and_the_output_leads_to_an_answer()
    {
        var request = Asks("Cancel order CM-7890");
        var asked = (await Assistant.TakeAsync(request, Stop)).Asked;
        var call = Assert.Single(asked.Calls);
        Assert.Equal("cancel_order", call.Name);
        Assert.Contains("CM-7890", call.Arguments);

        var answered = await Assistant.TakeAsync(request.After(asked, Canceled), Stop);
        Assert.Contains("CM-7890", answered.Answered.Text);
        Assert.Equal(answered.Answered.Text, answered.Shown);
    }

    [Fact]
    public async Task The_next_run_goes_on_from_the_same_thread()
    {
        var request = Asks("Hello");
        var answered = (await Assistant.TakeAsync(request, Stop)).Answered;
        var asked = (await Assistant.TakeAsync(request.Then(answered, "Cancel order CM-7890"), Stop)).Asked;
        Assert.Equal("cancel_order", Assert.Single(asked.Calls).Name);
    }

    [Fact]
    public async Task An_outcome_is_answered_by_another_node_that_knows_only_the_log()
    {
        var request = Asks("Cancel order CM-7890");
        var asked = (await Assistant.TakeAsync(request, Stop)).Asked;
        var elsewhere = request.After(asked, Canceled) with { ProviderState = null };
        Assert.Contains("CM-7890", (await Assistant.TakeAsync(elsewhere, Stop)).Answered.Text);
    }

    [Fact]
    public async Task Cancellation_throws_at_once()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Assistant.TakeAsync(Asks("Hello"), cancelled.Token));
    }

    [Fact]
    public async Task An_abandoned_step_does_not_stand_in_the_way_of_the_next_message()
    {
        var request = Asks("Cancel order CM-7890");
        var asked = (await Assistant.TakeAsync(request, Stop)).Asked;
        if (asked.ProviderState is { } state)
        {
            await Assistant.AbandonAsync(new("c-1", "r-1", state, null), Stop);
        }

        var next = request.After(asked, Canceled);
        next = next with { RunId = "r-2", Step = 0, Thread = next.Thread.Add(new CustomerMessage(next.Thread[^1].Number + 1, "Hello")) };
Assert.NotEmpty((await Assistant.TakeAsync(next, Stop)).Answered.Text);
    }

    private static AssistantRequest Asks(string text) => new(
        "c-1", "r-1", 0, new SignedInCustomer("customer-1", "Ana"), [new CustomerMessage(1, text)], [CancelOrder], null,
        TimeProvider.System.GetUtcNow().AddMinutes(1));
}
