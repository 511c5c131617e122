using CloudMart.Support.Core.Storage;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Moves a conversation in the inbox when what was appended changed where it stands.</summary>
internal sealed partial class InboxPlacing(IInbox inbox, IStoreFaults faults, ILogger<InboxPlacing> logger)
{
    /// <summary>With its head, a conversation gets its first place with the assistant.</summary>
    public Task MoveAsync(Conversation before, Conversation after, CancellationToken cancellationToken) =>
        after.Place == before.Place || (before.LastNumber == 0 && after.Place?.Section == InboxSection.Assistant)
            ? Task.CompletedTask
            : PutRightAsync(after, cancellationToken);

    /// <summary>Whatever the inbox says, it says now where <paramref name="state"/> stands. The log stands in any case.</summary>
    public async Task PutRightAsync(Conversation state, CancellationToken cancellationToken)
    {
        if (state.Place is null)
        {
            return;
        }

        try
        {
            await inbox.PlaceAsync(state, cancellationToken);
        }
        catch (Exception fault) when (faults.IsTransient(fault))
        {
            LogNotPlaced(fault, state.Id);
        }
    }

    [LoggerMessage(1070, LogLevel.Warning, "Conversation {ConversationId} could not be moved in the inbox")]
    private partial void LogNotPlaced(Exception fault, string conversationId);
}
