using CloudMart.Support.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Core.Assistant;

/// <summary>
/// Tells the provider what nobody waits for any more. Under its own limit: the customer's conversation does not wait for a provider to let go.
/// </summary>
internal sealed partial class LettingGo(
    IAssistant assistant, ModelSteps steps, ModelPrices prices, TimeProvider clock, ILogger<LettingGo> logger)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    /// <summary>The run does not go on: whatever it holds is let go of, and what comes of that is logged.</summary>
    public async Task OfAsync(RunJournal journal, string held, string runId, CancellationToken cancellationToken)
    {
        var logged = journal.State.ProviderState;
        var letGo = await OfAsync(held, logged, journal.State.Id, runId, cancellationToken);
        var isWorthIt = letGo.ProviderState != logged || letGo.Usage is { Total: > 0 };
        while (isWorthIt && journal.State.ProviderState == logged) // otherwise somebody else is further on with the conversation
        {
            isWorthIt = !await journal.TryAppendAsync([new RunLetGo(runId, letGo.ProviderState, letGo.Usage)], cancellationToken);
        }
    }

    /// <summary>The same where nobody logs anything.</summary>
    public async Task<LetGo> OfAsync(string held, string? logged, string conversationId, string runId, CancellationToken cancellationToken)
    {
        var holding = new Holding(conversationId, runId, held, logged);
        var letGo = LetGo.Nothing(holding);
        await WithinLimitAsync(conversationId, runId, async limit => letGo = await assistant.AbandonAsync(holding, limit), cancellationToken);
        letGo = letGo with { Usage = prices.Priced(letGo.Usage) };
        if (letGo.Usage is { } usage)
        {
            steps.Used(usage);
        }

        return letGo;
    }

    /// <summary>
    /// The run is somebody else's by now. What was begun for <paramref name="step"/> may be what they go on with, so it is looked at once they
    /// are through with that step, and what they have not taken on is let go of.
    /// </summary>
    public Task OfOvertakenAsync(RunJournal journal, AssistantRequest step, string held, CancellationToken cancellationToken) => WithinLimitAsync(
        step.ConversationId,
        step.RunId,
        async limit =>
        {
            while (journal.State.Run is { } run && run.RunId == step.RunId && run.Rounds == step.Step)
            {
                await Task.Delay(LookEvery, clock, limit);
                await journal.RefreshAsync(limit);
            }

            await assistant.WithdrawAsync(step, held, journal.State.ProviderState, limit);
        },
        cancellationToken);

    private async Task WithinLimitAsync(string conversationId, string runId, Func<CancellationToken, Task> letGo, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await letGo(linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotLetGo(conversationId, runId, Limit);
        }
    }

    [LoggerMessage(1031, LogLevel.Warning, "The provider did not let go of conversation {ConversationId}'s run {RunId} within {Limit}")]
    private partial void LogNotLetGo(string conversationId, string runId, TimeSpan limit);
}
