using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant;

/// <summary>The customer's way to a person, whatever the assistant thinks of it.</summary>
public sealed class HandOverService(
    ConversationService conversations, ConversationWriter writer, IConversationFeed feed, MessageLimit limit)
{
    /// <summary>With these words begins a conversation in which nothing was said before.</summary>
    public const string FirstWords = "I would like to talk to a person.";

    private const string Reason = "Asked for a person.";

    /// <summary>Puts the conversation in the queue of staff; a live run stops at its next safe point. With a person already, nothing changes.</summary>
    /// <param name="customer">Who is signed in.</param>
    /// <param name="conversationId">Null begins a conversation.</param>
    /// <param name="pressId">The browser's id for this press: a second one of the same id begins no second conversation.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public async Task<SayResult> AskForPersonAsync(
        SignedInCustomer customer, string? conversationId, string pressId, CancellationToken cancellationToken)
    {
        var id = conversationId ?? ConversationService.FirstIdFor(customer, pressId);
        var known = await conversations.OpenAsync(customer, id, ConversationWriter.ContextEvents, cancellationToken);
        if (known is null && conversationId is not null)
        {
            return new NoSuchConversation();
        }

        if (known is null && limit.Count(customer) is { } wait)
        {
            return new TooManyMessages(wait);
        }

        known ??= ConversationSnapshot.Empty(id);
        while (known.State.Owner == Owner.Assistant)
        {
            var begins = known.State.LastNumber == 0;
            (var stands, known) = await writer.TryAppendAsync(known, Facts(customer, known, pressId), cancellationToken);
            if (stands && begins)
            {
                await feed.PublishAsync(new ConversationBegan(customer.CustomerId, id), cancellationToken);
            }
        }

        return new MessageKept(known, known.State.LastSaidAt);
    }

    private static ImmutableArray<ConversationEvent> Facts(SignedInCustomer customer, ConversationSnapshot known, string pressId) => known.State switch
    {
        { LastNumber: 0 } => [new CustomerSaid(customer.CustomerId, pressId, FirstWords), HandOver.Because(Reason, known)],
        { Run: { StopRequested: false } run } => [new RunStopRequested(run.RunId), HandOver.Because(Reason, known)],
        _ => [HandOver.Because(Reason, known)],
    };
}
