using CloudMart.Support.Core.Customers;

namespace CloudMart.Support.Core.Conversations;

/// <summary>What customers say of how it went. The newest rating since the conversation was resolved counts.</summary>
public sealed class RatingService(
    ConversationService conversations, IOwedAnswers owed, ConversationWriter writer, IRunBacklog runs, NodeName node)
{
    public const int Worst = 1;
    public const int Best = 5;

    /// <summary>The longest comment, in UTF-16 characters.</summary>
    public const int MaxComment = 1_000;

    /// <summary>Rates a resolved conversation, or changes what was said of it before.</summary>
    /// <param name="customer">Who is signed in.</param>
    /// <param name="conversationId">The conversation.</param>
    /// <param name="score"><see cref="Worst"/> to <see cref="Best"/>.</param>
    /// <param name="comment">Up to <see cref="MaxComment"/> characters; may be empty.</param>
    /// <param name="cancellationToken">Cancels before the append.</param>
    public async Task<RatingResult> RateAsync(
        SignedInCustomer customer, string conversationId, int score, string comment, CancellationToken cancellationToken)
    {
        if (score is < Worst or > Best || comment.Length > MaxComment)
        {
            return RatingResult.Refused;
        }

        var rating = new Rated(score, comment.Trim());
        var known = await conversations.OpenAsync(customer, conversationId, ConversationWriter.ContextEvents, cancellationToken);
        while (known is { State.IsResolved: true })
        {
            if (Of(known) == rating)
            {
                return RatingResult.Kept;
            }

            var mark = await owed.MarkAsync(conversationId, customer.CustomerId, node.Value, cancellationToken); // with it, it is counted
            (var stands, known) = await writer.TryAppendAsync(known, [rating], cancellationToken);
            if (stands)
            {
                runs.Add(new(known, mark, customer));
            }
        }

        return known is null ? RatingResult.NoSuchConversation : RatingResult.NotResolved;
    }

    /// <summary>What the customer has said since it was resolved last; null where they have not, or it was too long ago to be at hand.</summary>
    public static Rated? Of(ConversationSnapshot known) =>
        known.Events.FindLast(recorded => recorded.Event is Rated or Resolved)?.Event as Rated;
}

/// <summary>What became of a rating.</summary>
public enum RatingResult
{
    /// <summary>It counts.</summary>
    Kept,

    /// <summary>No such score, or too long a comment.</summary>
    Refused,

    /// <summary>The conversation is not resolved, or not any more.</summary>
    NotResolved,

    /// <summary>The customer has no such conversation.</summary>
    NoSuchConversation,
}
