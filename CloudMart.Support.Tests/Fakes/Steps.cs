using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>Requests for a step in as few words as a test needs, and a step taken to its end.</summary>
internal static class Steps
{
    public static readonly ToolDescription GetOrder = new(
        "get_order",
        "Looks an order up.",
        """{"type":"object","properties":{"orderId":{"type":"string"}},"required":["orderId"],"additionalProperties":false}""");

    public static AssistantRequest Request(params ThreadItem[] thread) => new(
        "c-1", "r-1", 0, new SignedInCustomer("customer-1", "Ana Diaz"), [.. thread], [GetOrder], null,
        TimeProvider.System.GetUtcNow().AddMinutes(2));

    public static CustomerMessage Customer(long number, string text) => new(number, text);

    public static ToolRound Round(long number, params (ToolCall Call, string Output)[] calls) =>
        new(number, "r-1", "", [.. calls.Select(call => new AnsweredCall(call.Call, call.Output))]);

    /// <summary>The same run's next step, after the tools were answered.</summary>
    public static AssistantRequest After(this AssistantRequest request, ToolsRequired asked, params string[] outputs) => request with
    {
        Step = request.Step + 1,
        ProviderState = asked.ProviderState ?? request.ProviderState,
        Thread = request.Thread.Add(new ToolRound(
            request.Thread[^1].Number + 2, request.RunId, asked.Text,
            [.. asked.Calls.Zip(outputs, (call, output) => new AnsweredCall(call, output))])),
    };

    /// <summary>The next run, after an answer and something new from the customer.</summary>
    public static AssistantRequest Then(this AssistantRequest request, Answered answer, string text)
    {
        var last = request.Thread[^1].Number;
        return request with
        {
            RunId = $"{request.RunId}+",
            Step = 0,
            ProviderState = answer.ProviderState ?? request.ProviderState,
            Thread = [.. request.Thread, new AssistantMessage(last + 1, answer.Text), new CustomerMessage(last + 3, text)],
        };
    }

    /// <param name="assistant">Who thinks.</param>
    /// <param name="request">What it is asked.</param>
    /// <param name="cancellationToken">Ends the step.</param>
    /// <param name="read">Told when the first piece of text has arrived.</param>
    public static async Task<TakenStep> TakeAsync(
        this IAssistant assistant, AssistantRequest request, CancellationToken cancellationToken, TaskCompletionSource? read = null)
    {
        var updates = new List<AssistantUpdate>();
        await foreach (var update in assistant.NextStepAsync(request, cancellationToken))
        {
            updates.Add(update);
            if (update is TextPiece)
            {
                read?.TrySetResult();
            }
        }

        var end = Assert.IsType<StepEnded>(updates[^1], exactMatch: false);
        Assert.Single(updates.OfType<StepEnded>());
        return new TakenStep(updates, end);
    }
}

/// <summary>A step taken to its end.</summary>
internal sealed record TakenStep(IReadOnlyList<AssistantUpdate> Updates, StepEnded End)
{
    /// <summary>What a page shows at the end: the pieces since the text last began anew.</summary>
    public string Shown => string.Concat(
        Updates.Skip(Updates.ToList().FindLastIndex(update => update is TextRestarted) + 1).OfType<TextPiece>().Select(piece => piece.Text));

    public int Restarts => Updates.OfType<TextRestarted>().Count();

    public Answered Answered => Assert.IsType<Answered>(End);

    public ToolsRequired Asked => Assert.IsType<ToolsRequired>(End);

    public StepFailed Failed => Assert.IsType<StepFailed>(End);
}
