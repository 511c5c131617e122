using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Orders;

namespace CloudMart.Support.Core.Staff;

/// <summary>
/// Finds conversations by a conversation's id, an order's, a customer's, or by words. Ids are keys, so they are found however old they are;
/// words are looked for where the newest conversations begin and end, in what their customers are called, and then in what was said in the
/// newest of them, and no further: nothing here reads more than it is bounded to.
/// </summary>
public sealed class StaffSearch(StaffConversations conversations, IConversationLog log, IOrderStore orders, CustomerNames names)
{
    /// <summary>At most this many are found.</summary>
    public const int MaxFound = 20;

    /// <summary>No longer text is looked for.</summary>
    public const int MaxLength = 100;

    /// <summary>How many of each list are looked through for words.</summary>
    private const int LookedThrough = 100;

    /// <summary>How many of the newest conversations are read for words that stand neither at their beginning nor at their end.</summary>
    private const int Opened = 64;

    private const int OpenedAtATime = 8;

    /// <summary>What was meant first, then what only looks like it; newest first where several are alike.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="text">As typed.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public async Task<IReadOnlyList<Conversation>> FindAsync(SignedInStaff by, string text, CancellationToken cancellationToken)
    {
        var wanted = text.Trim();
        if (wanted.Length is 0 or > MaxLength)
        {
            return [];
        }

        if (await conversations.OpenAsync(by, wanted, 1, cancellationToken) is { } exact)
        {
            return [exact.State];
        }

        var found = await OfOrderAsync(by, wanted, cancellationToken);
        if (found.Count == 0)
        {
            found = await OfCustomerAsync(by, wanted, cancellationToken);
        }

        return found.Count > 0 ? found : await WithWordsAsync(by, wanted, cancellationToken);
    }

    /// <summary>Those in which something became of the order, then whatever else its customer has.</summary>
    private async Task<IReadOnlyList<Conversation>> OfOrderAsync(SignedInStaff by, string text, CancellationToken cancellationToken)
    {
        if (OrderNumber.Normalize(text) is not { } number || await orders.FindAsync(number, cancellationToken) is not { } order)
        {
            return [];
        }

        var touched = order.History.Reverse().Select(done => done.Operation.Split('/')[0]);
        var theirs = await log.ListAsync(order.CustomerId, MaxFound, null, cancellationToken);
        return await ReadAsync(by, touched.Concat(theirs.Conversations.Select(each => each.ConversationId)), cancellationToken);
    }

    private async Task<IReadOnlyList<Conversation>> OfCustomerAsync(SignedInStaff by, string text, CancellationToken cancellationToken)
    {
        var theirs = await log.ListAsync(text, MaxFound, null, cancellationToken);
        return await ReadAsync(by, theirs.Conversations.Select(each => each.ConversationId), cancellationToken);
    }

    private async Task<IReadOnlyList<Conversation>> WithWordsAsync(SignedInStaff by, string text, CancellationToken cancellationToken)
    {
        var newest = new List<Conversation>();
        foreach (var section in Enum.GetValues<InboxSection>())
        {
            newest.AddRange((await conversations.ListAsync(by, section, InboxOrder.NewestFirst, LookedThrough, null, cancellationToken)).Conversations);
        }

        // While it moves from list to list, the index may have one in two of them.
        newest = [.. newest.OrderByDescending(state => state.LastNumber).DistinctBy(state => state.Id)];
        await names.LearnAsync(newest.Select(state => state.CustomerId), cancellationToken);
        var found = newest.Where(state => Holds(state.Title, text) || Holds(state.LastLine, text) || Holds(state.CustomerId, text) || Holds(names.Of(state.CustomerId) ?? "", text))
            .ToHashSet();
        foreach (var some in newest.Except(found).OrderByDescending(state => state.LastAt).Take(Opened).Chunk(OpenedAtATime))
        {
            if (found.Count >= MaxFound)
            {
                break;
            }

            var opened = await Task.WhenAll(some.Select(state => conversations.OpenAsync(by, state.Id, ConversationWriter.ContextEvents, cancellationToken)));
            found.UnionWith(some.Zip(opened).Where(each => each.Second?.Events.Exists(recorded => Holds(WordsOf(recorded.Event), text)) == true).Select(each => each.First));
        }

        return [.. found.OrderByDescending(state => state.LastAt).Take(MaxFound)];
    }

    private static string WordsOf(ConversationEvent fact) => fact switch
    {
        CustomerSaid said => said.Text,
        AssistantSaid said => said.Text,
        StaffSaid said => said.Text,
        StaffNoted noted => noted.Text,
        _ => "",
    };

    private async Task<IReadOnlyList<Conversation>> ReadAsync(SignedInStaff by, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<Conversation>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal).Take(MaxFound))
        {
            if (await conversations.OpenAsync(by, id, 1, cancellationToken) is { } known)
            {
                found.Add(known.State);
            }
        }

        return found;
    }

    private static bool Holds(string line, string text) => line.Contains(text, StringComparison.OrdinalIgnoreCase);
}
