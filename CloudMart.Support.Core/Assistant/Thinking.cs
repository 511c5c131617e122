using System.Text;
using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Asks the assistant for one step and shows its words as they come. What it writes to the log is the caller's to decide.</summary>
internal sealed partial class Thinking(IAssistant assistant, IConversationFeed feed, ModelSteps steps, ModelPrices prices, ILogger<Thinking> logger)
{
    /// <summary>No shop answer is longer; a provider that does not stop is stopped here.</summary>
    private const int MaxAnswerLength = 24_000;

    /// <param name="request">What is asked.</param>
    /// <param name="remember">Logs the state of what was opened at the provider; false where the run is not ours to go on with any more.</param>
    /// <param name="waitingSince">Since when the customer waits for a first word; null where there was one.</param>
    /// <param name="interruption">What makes the thought stale, or ends its time.</param>
    /// <param name="timeIsUp">Ends the step without anything having become stale.</param>
    /// <param name="cancellationToken">Stops the worker.</param>
    public async Task<Thought> ThinkAsync(
        AssistantRequest request,
        Func<string, Task<bool>> remember,
        DateTimeOffset? waitingSince,
        RunWatch.Interruption interruption,
        CancellationToken timeIsUp,
        CancellationToken cancellationToken)
    {
        var shown = new StringBuilder();
        string? held = null;
        using var step = steps.Begin(request, waitingSince);
        try
        {
            await foreach (var update in assistant.NextStepAsync(request, interruption.Token))
            {
                if (update is TextPiece)
                {
                    step.Spoke();
                }

                held = (update as Holds)?.ProviderState ?? held;
                if (update is Holds { IsNew: true, ProviderState: var opened } && !await remember(opened))
                {
                    return new(null, shown.ToString(), held);
                }

                if (await EndAsync(update, request, shown, cancellationToken) is { } end)
                {
                    var priced = end with { Usage = prices.Priced(end.Usage) };
                    step.Ended(priced);
                    return new(priced, shown.ToString(), held);
                }
            }
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(timeIsUp.IsCancellationRequested ? Expired(request, step) : null, shown.ToString(), held);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            step.Broke(bug);
            throw;
        }

        throw new InvalidOperationException($"{assistant.GetType().Name} ended its updates without saying how the step ended.");
    }

    /// <summary>A server that says nothing at all is as bad as one that is away: it is told as that to whoever watches over the provider.</summary>
    private StepFailed Expired(AssistantRequest request, ModelStep step)
    {
        var expired = new StepFailed(StepFailure.Expired, "the run's time is up");
        LogStepFailed(expired.Failure, request.ConversationId, request.RunId, expired.Detail);
        step.Ended(expired);
        return expired;
    }

    private async Task<StepEnded?> EndAsync(
        AssistantUpdate update, AssistantRequest request, StringBuilder shown, CancellationToken cancellationToken)
    {
        switch (update)
        {
            case TextPiece piece when shown.Length + piece.Text.Length > MaxAnswerLength:
                return new StepFailed(StepFailure.CutOff, $"the answer passed {MaxAnswerLength} characters", shown.ToString());
            case TextPiece piece:
                await feed.PublishAsync(
                    new TextWritten(request.ConversationId, request.RunId, request.Step, shown.Length, piece.Text), cancellationToken);
                shown.Append(piece.Text);
                return null;
            case Holds:
                return null;
            case TextRestarted:
                shown.Clear();
                await feed.PublishAsync(new TextWithdrawn(request.ConversationId, request.RunId, request.Step), cancellationToken);
                return null;
            case StepFailed { Failure: StepFailure.Declined } declined:
                LogStepDeclined(request.ConversationId, request.RunId); // its detail may be the model's words, or quote the customer's
                return declined;
            case StepFailed failed:
                LogStepFailed(failed.Failure, request.ConversationId, request.RunId, failed.Detail);
                return failed with { Text = BoundedText.Cut(failed.Text, MaxAnswerLength) };
            case Answered { Text.Length: > MaxAnswerLength } answered:
                return new StepFailed(
                    StepFailure.CutOff,
                    $"the answer passed {MaxAnswerLength} characters",
                    BoundedText.Cut(answered.Text, MaxAnswerLength),
                    answered.ProviderState,
                    answered.Usage);
            default:
                return (StepEnded)update;
        }
    }

    [LoggerMessage(1010, LogLevel.Error, "The assistant failed ({Failure}) for conversation {ConversationId}, run {RunId}: {Detail}")]
    private partial void LogStepFailed(StepFailure failure, string conversationId, string runId, string detail);

    [LoggerMessage(1011, LogLevel.Warning, "The assistant declined conversation {ConversationId}, run {RunId}: by a filter, or it refused")]
    private partial void LogStepDeclined(string conversationId, string runId);
}
