namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>What a decided run means for the step.</summary>
internal static class RunOutcome
{
    /// <returns>Null where the run failed in a way that a new one may not.</returns>
    public static StepEnded? Of(RemoteRun run, StepProgress progress) => run switch
    {
        { WantsOutputs: true } => new ToolsRequired(
            progress.Text.Shown, progress.Answers.MissingFor(run), StateWaiting(run, progress), AnswerBy: progress.AnswerBy),
        { Status: "completed" } when progress.Text.Refusal.Length > 0 =>
            Failed(StepFailure.Declined, $"the model refused: {progress.Text.Refusal}", run, progress),
        { Status: "completed" } => new Answered(progress.Text.Shown, StateAfter(progress), run.Usage),
        { Status: "incomplete", Reason: "content_filter" } => Failed(StepFailure.Declined, "the provider's filter cut in", run, progress),
        { Status: "incomplete" } => Failed(StepFailure.CutOff, $"the run is incomplete: {run.Reason}", run, progress),
        { Status: "expired" } => Failed(StepFailure.Expired, "the run expired at the provider", run, progress),
        { Status: "failed", Reason: "invalid_prompt" } => Failed(StepFailure.Declined, run.Message, run, progress),
        _ => null,
    };

    private static StepFailed Failed(StepFailure failure, string detail, RemoteRun run, StepProgress progress) =>
        new(failure, $"{detail} ({run.Id})", progress.Text.Shown, StateAfter(progress), run.Usage);

    private static string StateWaiting(RemoteRun run, StepProgress progress) =>
        progress.Write(progress.Thread! with { Run = run.Id, Told = progress.Text.Told });

    /// <summary>The thread has the words that were shown, however the run ended.</summary>
    private static string StateAfter(StepProgress progress) =>
        progress.Write(progress.Thread!.WithoutRun().With(progress.Request.Thread) with { Said = progress.Text.Shown.Length > 0 });
}
