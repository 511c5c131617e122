namespace CloudMart.Support.Core.Assistant;

/// <summary>Whoever thinks: Azure OpenAI, an OpenAI-compatible server, a server of the Assistants protocol, or the embedded assistant.</summary>
public interface IAssistant
{
    /// <summary>
    /// Thinks one step. Yields any number of <see cref="TextPiece"/> and, last, exactly one <see cref="StepEnded"/>. Provider faults are a
    /// <see cref="StepFailed"/>, never an exception; only cancellation throws, at once: whoever cancels then lets go of what the step
    /// <see cref="Holds"/>. The stream is enumerated once.
    /// </summary>
    IAsyncEnumerable<AssistantUpdate> NextStepAsync(AssistantRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// The run will not be continued (superseded, stopped, given up): let go of what it holds at the provider. Does nothing where the provider
    /// holds nothing.
    /// </summary>
    /// <param name="holding">What there is.</param>
    /// <param name="cancellationToken">Leaves it at that.</param>
    Task<LetGo> AbandonAsync(Holding holding, CancellationToken cancellationToken);

    /// <summary>
    /// Somebody else goes on with the run, because its worker stood still past its lease, and the step of <paramref name="request"/> is over: let go of what the
    /// worker has begun for that step at the provider and nobody has taken on.
    /// </summary>
    /// <param name="request">What the worker asked.</param>
    /// <param name="held">What it was told that the step <see cref="Holds"/>.</param>
    /// <param name="taken">The conversation's provider state by the log: what is named there is in use.</param>
    /// <param name="cancellationToken">Leaves it at that.</param>
    Task WithdrawAsync(AssistantRequest request, string held, string? taken, CancellationToken cancellationToken);

    /// <summary>One real call of a tool by the provider, for the <c>check</c> command.</summary>
    /// <returns>Null when it works, otherwise what is wrong and which setting to look at.</returns>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
