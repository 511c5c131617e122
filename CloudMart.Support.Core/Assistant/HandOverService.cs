using System.Collections.Immutable;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Assistant;

/// <summary>The customer's way to a person, whatever the assistant thinks of it.</summary>
public sealed class HandOverService(
    ConversationService conversations,
    IOwedAnswers owed,
    ConversationWriter writer,
    IConversationFeed feed,
    IRunBacklog runs,
    MessageLimit limit,
    NodeName node)
{
    /// <summary>With these words begins a conversation in which nothing was said before.</summary>
    public const string FirstWords = "I would like to talk to a person.";

    private const string Reason = "Asked for a person.";

    /// <summary>What whoever stepped in by themselves has to know, from what is loaded of the log.</summary>
    public static HandedToStaff PacketOf(ConversationSnapshot known) => HandOver.Because(HandOverCause.Other, "Staff stepped in.", known);

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

        return known is null
            ? await BeginAsync(customer, id, pressId, cancellationToken)
            : await HandOverAsync(customer, known, cancellationToken);
    }

    /// <summary>Marked first like every first message: with the mark the conversation gets its place in the lists.</summary>
    private async Task<SayResult> BeginAsync(SignedInCustomer customer, string id, string pressId, CancellationToken cancellationToken)
    {
        var known = ConversationSnapshot.Empty(id);
        var mark = await owed.MarkAsync(id, customer.CustomerId, node.Value, cancellationToken);
        var said = new CustomerSaid(customer.CustomerId, pressId, FirstWords) { Way = customer.Way };
        (var stands, known) = await writer.TryAppendAsync(known, [said, HandOver.Because(HandOverCause.CustomerAsked, Reason, known) with { IsAllAsked = true }], cancellationToken);
        runs.Add(new(known, mark, customer));
        if (!stands)
        {
            return await HandOverAsync(customer, known, cancellationToken); // the same press came twice
        }

        await feed.PublishAsync(new ConversationBegan(customer.CustomerId, id), cancellationToken);
        return new MessageKept(known, known.State.LastSaidAt);
    }

    private async Task<SayResult> HandOverAsync(SignedInCustomer customer, ConversationSnapshot known, CancellationToken cancellationToken)
    {
        while (!known.State.IsWithStaff)
        {
            var mark = await owed.MarkAsync(known.State.Id, customer.CustomerId, node.Value, cancellationToken); // with it, it is counted
            (var stands, known) = await writer.TryAppendAsync(known, Facts(known), cancellationToken);
            if (stands)
            {
                runs.Add(new(known, mark, customer));
            }
        }

        return new MessageKept(known, known.State.LastSaidAt);
    }

    private static ImmutableArray<ConversationEvent> Facts(ConversationSnapshot known) =>
        known.State.Run is { StopRequested: false } run
            ? [new RunStopRequested(run.RunId), HandOver.Because(HandOverCause.CustomerAsked, Reason, known)]
            : [HandOver.Because(HandOverCause.CustomerAsked, Reason, known)];
}
