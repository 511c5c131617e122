using System.Collections.Concurrent;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Core.Scenarios.Stage;

/// <summary>What goes wrong at the assistant's server, as a scenario says; it outlives our own server's restart.</summary>
internal sealed class AssistantMood(Pulse pulse)
{
    private readonly ConcurrentDictionary<string, long> _waiting = new();
    private TaskCompletionSource? _held;

    public bool IsAway { get; set; }

    public void TakeTime() => _held ??= new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn()
    {
        var held = Interlocked.Exchange(ref _held, null);
        _waiting.Clear();
        held?.SetResult();
    }

    /// <summary>Nothing more will happen in the conversation: its newest message is being thought about, and that is held.</summary>
    public bool Holds(Conversation state) =>
        _held is not null && _waiting.TryGetValue(state.Id, out var newest) && newest == state.LastSaidAt;

    /// <param name="conversationId">The conversation.</param>
    /// <param name="newestMessage">The number of the newest message that is thought about.</param>
    /// <param name="cancellationToken">The run stops thinking.</param>
    public async Task WaitAsync(string conversationId, long newestMessage, CancellationToken cancellationToken)
    {
        if (_held is not { } held)
        {
            return;
        }

        _waiting[conversationId] = newestMessage;
        pulse.Beat();
        try
        {
            await held.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _waiting.TryRemove(new(conversationId, newestMessage));
        }
    }
}
