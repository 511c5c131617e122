using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Providers;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>Hands in the outputs that a run waits for: all at once, in exactly the logged words, on the first try as on every later one.</summary>
internal sealed class RunSubmit(OpenAIThreads server, AssistantOptions options)
{
    public async Task<Begun> SubmitAsync(
        StepProgress progress, ToolRound round, CancellationToken cancellationToken)
    {
        var (thread, run) = (progress.Thread!.Thread, progress.Thread.Run!);
        var answers = progress.AskedAgain is { Length: > 0 } again ? again : round.Calls;
        while (true)
        {
            var reply = await server.SubmitOutputsAsync(thread, run, RunRequest.Outputs(answers, options), cancellationToken);
            if (reply is Streamed { Events: var events })
            {
                return new(events);
            }

            if (reply is Accepted { Body: var accepted } && progress.Saw(RemoteRun.Of(accepted)))
            {
                if (progress.AskedAgain is { Length: > 0 } rest && rest.Length < answers.Length)
                {
                    answers = rest; // the server took some of them
                    continue;
                }

                return new();
            }

            if (reply is Refused { Status: not (400 or 404) } && ProviderFault.Lasting(reply, options) is { } wrong)
            {
                return new(Failed: wrong);
            }

            // Refused may mean that an earlier try, whose reply was lost, had been accepted: the run itself tells.
            var look = await server.GetRunAsync(thread, run, cancellationToken);
            if (look is Refused { Status: 404 })
            {
                progress.Drop(RemoteRun.Unseen(run));
                return new();
            }

            if (look is Accepted { Body: var body } && RemoteRun.Of(body) is var snapshot)
            {
                answers = progress.Answers.For(snapshot);
                if (answers.IsEmpty)
                {
                    GoOnFrom(snapshot, progress);
                    return new();
                }
            }

            if (!await progress.Retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken))
            {
                return new(Failed: ProviderFault.Unavailable(reply, options));
            }
        }
    }

    private static void GoOnFrom(RemoteRun snapshot, StepProgress progress)
    {
        if (snapshot.Status is "expired" or "cancelled")
        {
            progress.Drop(snapshot); // while the tools worked: they are not run again, a new run is told of them
        }
        else
        {
            progress.Saw(snapshot);
        }
    }
}
