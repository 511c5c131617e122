using System.Text;
using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Core.Assistant;

/// <summary>Asks the assistant for one step and shows its words as they come. What it writes to the log is the caller's to decide.</summary>
internal sealed partial class Thinking(IAssistant assistant, IConversationFeed feed, ILogger<Thinking> logger)
{
    /// <summary>No shop answer is longer; a provider that does not stop is stopped here.</summary>
    private const int MaxAnswerLength = 24_000;

    public async Task<Thought> ThinkAsync(
        AssistantRequest request, RunWatch.Interruption interruption, CancellationToken cancellationToken)
    {
        var shown = new StringBuilder();
        try
        {
            await foreach (var update in assistant.NextStepAsync(request, interruption.Token))
            {
                if (await EndAsync(update, request, shown, cancellationToken) is { } end)
                {
                    return new(end, shown.ToString());
                }
            }
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new(null, shown.ToString());
        }

        throw new InvalidOperationException($"{assistant.GetType().Name} ended its updates without saying how the step ended.");
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
            case TextRestarted:
                shown.Clear();
                await feed.PublishAsync(new TextWithdrawn(request.ConversationId, request.RunId, request.Step), cancellationToken);
                return null;
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
}
