using System.Security.Cryptography;
using System.Text;
using CloudMart.Support.Core.Conversations.PaymentCards;
using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations;

/// <summary>What a customer can do with conversations. Page and API come through here, so ownership is checked here.</summary>
public sealed class ConversationService(
    IConversationLog log,
    IOwedAnswers owed,
    IConversationFeed feed,
    ConversationWriter writer,
    IRunBacklog runs,
    OpenTurns turns,
    MessageLimit limit,
    CardMask cards,
    NodeName node,
    IIdSource ids)
{
    /// <summary>The longest message, in UTF-16 characters.</summary>
    public const int MaxMessageLength = 4_000;

    private const int MaxIdLength = 64;
    private const string Message = "message";

    /// <summary>Appends the customer's message, card numbers masked, and queues the conversation.</summary>
    /// <param name="customer">Who is signed in.</param>
    /// <param name="conversationId">Null begins a conversation.</param>
    /// <param name="messageId">The sender's id for the message, at most 64 characters; sending it again changes nothing. Null for a sender that never re-sends.</param>
    /// <param name="text">1 to <see cref="MaxMessageLength"/> characters, as written.</param>
    /// <param name="cancellationToken">Cancels before the append; after it the message stands.</param>
    public async Task<SayResult> SayAsync(
        SignedInCustomer customer, string? conversationId, string? messageId, string text, CancellationToken cancellationToken)
    {
        if (Refusal(messageId, text) is { } reason)
        {
            return new MessageRefused(reason);
        }

        if (limit.Count(customer) is { } wait)
        {
            return new TooManyMessages(wait);
        }

        messageId ??= ids.NewId();
        var id = conversationId ?? FirstIdFor(customer, messageId);
        using var turn = turns.Begin(Message, id, messageId);
        text = await cards.MaskAsync(customer, text, cancellationToken);
        var known = conversationId is null
            ? ConversationSnapshot.Empty(id)
            : await ReadAsync(id, ConversationWriter.ContextEvents, cancellationToken);
        while (true)
        {
            if (known is null || (known.State.CustomerId.Length > 0 && known.State.CustomerId != customer.CustomerId))
            {
                return new NoSuchConversation();
            }

            if (NumberOf(messageId, known) is { } number)
            {
                return new MessageKept(known, number);
            }

            var mark = await owed.MarkAsync(known.State.Id, customer.CustomerId, node.Value, cancellationToken);
            var said = new CustomerSaid(customer.CustomerId, messageId, text) { Way = customer.Way };
            var run = BeginsAtOnce(known.State, mark) ? new RunStarted(ids.NewId(), ids.NewId()) : null;
            var (stands, now) = await writer.TryAppendAsync(known, run is null ? [said] : [said, run], cancellationToken);
            if (stands)
            {
                turns.Keep(Message, turn, now.State);
                runs.Add(new(now, mark, customer, run?.Claim));
                return await KeptAsync(customer, now, cancellationToken);
            }

            known = now;
        }
    }

    /// <summary>Asks the live run to stop at its next safe point. What was done stays done.</summary>
    public Task StopAsync(SignedInCustomer customer, string conversationId, CancellationToken cancellationToken) =>
        DecideAsync(
            customer,
            conversationId,
            state => state.Run is { StopRequested: false } run ? new RunStopRequested(run.RunId) : null,
            cancellationToken);

    /// <summary>Goes back to the assistant while the conversation only waits for a person. What is still unanswered, it answers.</summary>
    public async Task ReturnToAssistantAsync(SignedInCustomer customer, string conversationId, CancellationToken cancellationToken)
    {
        var mark = await MarkIfOwnAsync(customer, conversationId, cancellationToken);
        if (mark is null)
        {
            return;
        }

        var (stands, now) = await DecideAsync(
            customer, conversationId, state => state.Owner == Owner.StaffQueue ? new HandedBack() : null, cancellationToken);
        if (stands)
        {
            runs.Add(new(now!, mark, customer));
        }
    }

    /// <summary>The conversation with at least its <paramref name="recent"/> newest events; null where the customer has no such conversation.</summary>
    public async Task<ConversationSnapshot?> OpenAsync(
        SignedInCustomer customer, string conversationId, int recent, CancellationToken cancellationToken) =>
        await ReadAsync(conversationId, recent, cancellationToken) is { } known && known.State.CustomerId == customer.CustomerId ? known : null;

    /// <summary>Older events, ending right before number <paramref name="before"/>; null where the customer has no such conversation.</summary>
    public async Task<IReadOnlyList<RecordedEvent>?> EarlierAsync(
        SignedInCustomer customer, string conversationId, long before, int count, CancellationToken cancellationToken) =>
        await OpenAsync(customer, conversationId, 1, cancellationToken) is null
            ? null
            : await log.ReadBeforeAsync(conversationId, before, count, cancellationToken);

    /// <summary>Newer events, after number <paramref name="after"/>; null where the customer has no such conversation.</summary>
    public async Task<IReadOnlyList<RecordedEvent>?> LaterAsync(
        SignedInCustomer customer, string conversationId, long after, int limit, CancellationToken cancellationToken) =>
        await OpenAsync(customer, conversationId, 1, cancellationToken) is null
            ? null
            : await log.ReadAfterAsync(conversationId, after, limit, cancellationToken);

    /// <summary>News of the conversation, live text included; null where the customer has no such conversation. Subscribe, then read.</summary>
    public async Task<IFeedSubscription?> WatchAsync(
        SignedInCustomer customer, string conversationId, CancellationToken cancellationToken) =>
        await OpenAsync(customer, conversationId, 1, cancellationToken) is null
            ? null
            : await feed.SubscribeAsync(FeedTopic.OfConversation(conversationId), cancellationToken);

    /// <summary>News of the customer's orders and of conversations begun elsewhere.</summary>
    public ValueTask<IFeedSubscription> WatchOwnAsync(SignedInCustomer customer, CancellationToken cancellationToken) =>
        feed.SubscribeAsync(FeedTopic.OfCustomer(customer.CustomerId), cancellationToken);

    public Task<ConversationPage> ListAsync(
        SignedInCustomer customer, int limit, string? cursor, CancellationToken cancellationToken) =>
        log.ListAsync(customer.CustomerId, limit, cursor, cancellationToken);

    /// <summary>
    /// The id of the conversation that a first message begins. It follows from the message's id, so that a first message sent twice
    /// begins one conversation; it names the customer in the hash, so that nobody can claim another's.
    /// </summary>
    public static string FirstIdFor(SignedInCustomer customer, string messageId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{customer.CustomerId}\n{messageId}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }

    private static string? Refusal(string? messageId, string text) =>
        string.IsNullOrWhiteSpace(text) ? "Please write a message."
        : text.Length > MaxMessageLength ? $"A message can have {MaxMessageLength:N0} characters at most."
        : messageId is { Length: 0 or > MaxIdLength } ? $"A message id has 1 to {MaxIdLength} characters."
        : null;

    /// <summary>What no id can look like never reaches the store, which would take it for a bug of ours.</summary>
    private async Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken) =>
        conversationId.Length is > 0 and <= MaxIdLength ? await log.ReadAsync(conversationId, recent, cancellationToken) : null;

    private static long? NumberOf(string messageId, ConversationSnapshot known) =>
        known.Events.FindLast(e => e.Event is CustomerSaid said && said.MessageId == messageId)?.Number
        ?? (known.State.HasMessage(messageId) ? known.State.LastSaidAt : null);

    /// <summary>Where a card is open, the worker looks first whether the message answers it.</summary>
    private bool BeginsAtOnce(Conversation state, OwedMark mark) =>
        mark.Leased && state is { Run: null, Owner: Owner.Assistant, Actions.IsEmpty: true } && runs.HasRoomFor(state.Id);

    private async Task<SayResult> KeptAsync(SignedInCustomer customer, ConversationSnapshot now, CancellationToken cancellationToken)
    {
        if (now.State.LastSaidAt == 1)
        {
            await feed.PublishAsync(new ConversationBegan(customer.CustomerId, now.State.Id), cancellationToken);
        }

        return new MessageKept(now, now.State.LastSaidAt);
    }

    private async Task<OwedMark?> MarkIfOwnAsync(SignedInCustomer customer, string conversationId, CancellationToken cancellationToken) =>
        await OpenAsync(customer, conversationId, 1, cancellationToken) is { State.Owner: Owner.StaffQueue }
            ? await owed.MarkAsync(conversationId, customer.CustomerId, node.Value, cancellationToken)
            : null;

    /// <returns>Whether the fact was appended by this call, and the conversation as known now.</returns>
    private async Task<(bool Stands, ConversationSnapshot? Now)> DecideAsync(
        SignedInCustomer customer, string conversationId, Func<Conversation, ConversationEvent?> decide, CancellationToken cancellationToken)
    {
        var known = await OpenAsync(customer, conversationId, ConversationWriter.ContextEvents, cancellationToken);
        while (known is not null && decide(known.State) is { } fact)
        {
            (var stands, known) = await writer.TryAppendAsync(known, [fact], cancellationToken);
            if (stands)
            {
                return (true, known);
            }
        }

        return (false, known);
    }
}
