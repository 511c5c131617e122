using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>A page in the customer's browser: it folds what the feed tells it, as the real one does.</summary>
internal sealed class OpenTab(Pulse pulse) : IAsyncDisposable
{
    private CancellationTokenSource _closing = new();
    private ConversationSnapshot _seen = ConversationSnapshot.Empty("");
    private Task _watching = Task.CompletedTask;

    public ConversationSnapshot Seen => Volatile.Read(ref _seen);

    public IEnumerable<ConversationEvent> Facts => Seen.Events.Select(recorded => recorded.Event);

    /// <summary>Begins to watch the conversation, or goes on where it was when the connection was lost.</summary>
    public async Task ConnectAsync(
        ScenarioServer server, SignedInCustomer customer, string conversationId, CancellationToken cancellationToken)
    {
        if (Seen.State.Id != conversationId)
        {
            Volatile.Write(ref _seen, ConversationSnapshot.Empty(conversationId));
        }

        var news = await server.Get<ConversationTail>().FollowAsync(customer, conversationId, Seen.State.LastNumber, cancellationToken);
        _watching = news is null
            ? throw new StepFailedException($"{customer.Name} has no conversation {conversationId}")
            : WatchAsync(news, _closing.Token);
    }

    /// <summary>The page of a conversation that is still to begin.</summary>
    public async Task ClearAsync()
    {
        await DisconnectAsync();
        Volatile.Write(ref _seen, ConversationSnapshot.Empty(""));
    }

    public async Task DisconnectAsync()
    {
        await _closing.CancelAsync();
        try
        {
            await _watching;
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // That is how watching ends.
        }

        _closing.Dispose();
        (_closing, _watching) = (new(), Task.CompletedTask);
    }

    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        _closing.Dispose();
    }

    private async Task WatchAsync(IAsyncEnumerable<RecordedEvent> news, CancellationToken closing)
    {
        await foreach (var recorded in news.WithCancellation(closing))
        {
            Volatile.Write(ref _seen, Seen.Append([recorded]));
            pulse.Beat();
        }
    }
}
