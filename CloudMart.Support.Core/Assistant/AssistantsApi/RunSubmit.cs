using System.Collections.Immutable;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Assistant.AssistantsApi;

/// <summary>Hands in the outputs that a run waits for: all at once, in exactly the logged words, on the first try as on every later one.</summary>
internal sealed class RunSubmit(OpenAIThreads server, AssistantOptions options)
{
    public async Task<Begun> SubmitAsync(
        StepProgress progress, ToolRound round, CancellationToken cancellationToken)
    {
        var (thread, run) = (progress.Thread!.Thread, progress.Thread.Run!);
        while (true)
        {
            var reply = await server.SubmitOutputsAsync(thread, run, RunRequest.Outputs(round, options), cancellationToken);
            if (reply is Streamed { Events: var events })
            {
                return new(events);
            }

            if (reply is Accepted { Body: var accepted } && progress.Saw(RemoteRun.Of(accepted)))
            {
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
                progress.Drop(run);
                return new();
            }

            if (look is Accepted { Body: var body } && RemoteRun.Of(body) is var snapshot && !AsksFor(snapshot, round))
            {
                GoOnFrom(snapshot, progress);
                return new();
            }

            if (!await progress.Retries.WaitAsync((reply as Refused)?.RetryAfter, cancellationToken))
            {
                return new(Failed: ProviderFault.Unavailable(reply, options));
            }
        }
    }

    private static void GoOnFrom(RemoteRun snapshot, StepProgress progress)
    {
        if (snapshot is { IsOver: true, Status: not "completed" })
        {
            progress.Drop(snapshot.Id); // expired or cancelled while the tools worked: they are not run again, a new run is told of them
        }
        else
        {
            progress.Saw(snapshot);
        }
    }

    /// <summary>It still waits for this round. Ids alone do not tell, since some servers repeat them from round to round.</summary>
    private static bool AsksFor(RemoteRun run, ToolRound round) => run.WantsOutputs
        && run.Calls.Length == round.Calls.Length
        && run.Calls.Zip(round.Calls, (asked, logged) => IsSame(asked, logged.Call)).All(same => same);

    /// <summary>The log may have cut overlong arguments.</summary>
    private static bool IsSame(ToolCall asked, ToolCall logged) => asked.ProviderCallId == logged.ProviderCallId
        && asked.Name.StartsWith(logged.Name, StringComparison.Ordinal)
        && asked.Arguments.StartsWith(logged.Arguments, StringComparison.Ordinal);
}
