using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Assistant.Tools;

/// <summary>
/// What all tools have in common that want something changed: the rule decides, and the outcome is put into the words that the model, the
/// card and the receipt have for it. A tool only says what consent it takes; whether it was given is for <see cref="ConsentGate"/> to know.
/// </summary>
internal abstract class ChangeTool<TArguments>(string name, string description, ConsentRule consent, TimeProvider clock)
    : Tool<TArguments>(name, description)
    where TArguments : class
{
    public sealed override bool OnlyReads => false;

    protected sealed override async Task<ToolDecision> DecideAsync(
        TArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var stamp = new OperationStamp(context.Operation, context.By, clock.GetUtcNow());
        var (outcome, change) = await DecideAsync(arguments, context, stamp, cancellationToken);
        return new(ToolOutput.Of(Description.Name, outcome), change, OrderReceipts.For(outcome))
        {
            Consent = consent,
            Card = ActionCards.For(outcome),
            MoneyBack = outcome.MoneyBack,
        };
    }

    protected abstract Task<OrderDecision> DecideAsync(
        TArguments arguments, ToolContext context, OperationStamp stamp, CancellationToken cancellationToken);
}
