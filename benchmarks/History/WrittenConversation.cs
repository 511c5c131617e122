using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Benchmarks.History;

/// <summary>Conversations of <c>customer-1</c> that are written straight into the store, with the heads that real turns would have left.</summary>
internal sealed class WrittenConversation(ConversationWriter writer, IOwedAnswers owed)
{
    private const string Customer = "customer-1";
    private const int EventsPerTurn = 4;

    /// <param name="events">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="waits">In the end the customer waits for a person.</param>
    /// <returns>The conversation's id; its newest words are <see cref="LastWords"/>.</returns>
    public async Task<string> WriteAsync(int events, CancellationToken cancellationToken, bool waits = false)
    {
        var id = Guid.NewGuid().ToString("N");
        var mark = await owed.MarkAsync(id, Customer, "benchmark", cancellationToken);
        var known = ConversationSnapshot.Empty(id);
        for (var turn = 1; turn <= events / EventsPerTurn; turn++)
        {
            known = await AppendAsync(known, [new CustomerSaid(Customer, $"{id}-{turn}", $"And what about number {turn}?")], cancellationToken);
            known = await AppendAsync(known, [new RunStarted($"run-{turn}", "claim")], cancellationToken);
            var words = turn == events / EventsPerTurn ? LastWords(id) : $"Number {turn} is on its way. It should be with you in **two days**.";
            known = await AppendAsync(
                known, [new AssistantSaid($"run-{turn}", words), new RunEnded($"run-{turn}", RunStatus.Completed)], cancellationToken);
        }

        known = waits ? await AppendAsync(known, [new HandedToStaff("Asked for a person.", "", HandOverCause.CustomerAsked)], cancellationToken) : known;
        return await owed.ClearAsync(mark, known.State, cancellationToken)
            ? id
            : throw new InvalidOperationException($"Somebody else works on conversation {id}.");
    }

    public static string LastWords(string id) => $"That was all of {id}.";

    private async Task<ConversationSnapshot> AppendAsync(
        ConversationSnapshot known, ImmutableArray<ConversationEvent> events, CancellationToken cancellationToken) =>
        await writer.TryAppendAsync(known, events, cancellationToken) is { Stands: true, Now: var now }
            ? now
            : throw new InvalidOperationException($"Somebody else writes to conversation {known.State.Id}.");
}
