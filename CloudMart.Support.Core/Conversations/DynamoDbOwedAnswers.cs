using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Insights;
using CloudMart.Support.Core.Storage;
using static CloudMart.Support.Core.Storage.DynamoDbValues;

namespace CloudMart.Support.Core.Conversations;

internal sealed class DynamoDbOwedAnswers(
    DynamoDbCalls calls, DynamoDbTables tables, DynamoDbClearings clearings, TimeProvider clock, IIdSource ids) : IOwedAnswers
{
    private const string List = "owed";

    private const string Mark =
        "SET customerId = if_not_exists(customerId, :customer), startedAt = if_not_exists(startedAt, :now), "
        + "startedOn = if_not_exists(startedOn, :day), "
        + "owed = :owed, owedAt = if_not_exists(owedAt, :now), owedToken = :token";

    private const string Lease = "leaseOwner = :node, leaseUntil = :until";

    private const string BelongsToCustomer = "(attribute_not_exists(customerId) OR customerId = :customer)";

    private const string LeaseIsFree = "(attribute_not_exists(leaseUntil) OR leaseUntil <= :now OR leaseOwner = :node)";

    public async Task<OwedMark> MarkAsync(string conversationId, string customerId, string node, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        (string, string)[] values =
        [
            (":customer", customerId), (":now", now.ToStored()), (":owed", ConversationShards.Of(List, conversationId)),
            (":token", ids.NewId()), (":day", DynamoDbDayCounters.Name(Counting.DayOf(now))),
        ];
        var mark = Update(conversationId, Mark, BelongsToCustomer, values);
        var both = Update(
            conversationId,
            $"{Mark}, {Lease}",
            $"{BelongsToCustomer} AND {LeaseIsFree}",
            [.. values, (":node", node), (":until", (now + IOwedAnswers.LeaseTime).ToStored())]);
        try
        {
            return ToMark((await WriteAsync(both, cancellationToken)).Attributes, node, now)!;
        }
        catch (ConditionalCheckFailedException e) when (e.Item?.TextOrNull("customerId") == customerId)
        {
            return ToMark((await WriteAsync(mark, cancellationToken)).Attributes, node, now)!;
        }
        catch (ConditionalCheckFailedException e)
        {
            throw new InvalidOperationException($"Conversation {conversationId} belongs to another customer.", e);
        }
    }

    public async Task<OwedMark?> LeaseAsync(string conversationId, string node, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lease = Update(
            conversationId,
            $"SET {Lease}",
            $"attribute_exists(owed) AND {LeaseIsFree}",
            [(":node", node), (":now", now.ToStored()), (":until", (now + IOwedAnswers.LeaseTime).ToStored())]);
        try
        {
            return ToMark((await WriteAsync(lease, cancellationToken)).Attributes, node, now);
        }
        catch (ConditionalCheckFailedException e)
        {
            return ToMark(e.Item, node, now);
        }
    }

    public async Task<bool> ClearAsync(OwedMark mark, Conversation state, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(state.OwesAnswer, true, nameof(state));
        var counts = Counting.Of(state);
        var begun = Counting.DayOf(state.StartedAt);
        var clear = new Update
        {
            TableName = tables.Conversations,
            Key = DynamoDbEntries.Key(mark.ConversationId, DynamoDbEntries.Head),
            // It is listed on the day on which it counts, though its mark may have been set on the day before; no index moves where it is the same.
            UpdateExpression = $"SET #state = :state, counted = :counted{(counts.IsEmpty ? "" : ", startedOn = :day")} REMOVE owed, owedAt, owedToken, leaseOwner, leaseUntil",
            ConditionExpression = "owedToken = :token",
            ExpressionAttributeNames = new() { ["#state"] = "state" },
            ExpressionAttributeValues = new()
            {
                [":state"] = Text(ConversationStateJson.Write(state)),
                [":counted"] = Text(CountedJson.Write(counts)),
                [":token"] = Text(mark.Token),
            },
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        if (!counts.IsEmpty)
        {
            clear.ExpressionAttributeValues[":day"] = Text(DynamoDbDayCounters.Name(begun));
        }

        var changes = Counting.Difference(mark.Counted, counts);
        return await clearings.CommitAsync(clear, begun, changes, cancellationToken) is not { } head
            || !head.ContainsKey("owedToken"); // cleared before: its reply was lost
    }

    public async Task<IReadOnlyList<string>> ListAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        var shards = await Task.WhenAll(ConversationShards.AllOf(List).Select(shard => ListAsync(shard, since, limit, cancellationToken)));
        return [.. shards.SelectMany(shard => shard).OrderBy(head => head.Text("owedAt"), StringComparer.Ordinal)
            .Take(limit).Select(head => head.Text("conversationId"))];
    }

    private async Task<List<Dictionary<string, AttributeValue>>> ListAsync(
        string shard, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        var query = new QueryRequest
        {
            TableName = tables.Conversations,
            IndexName = DynamoDbTables.Owed,
            KeyConditionExpression = "owed = :shard AND owedAt <= :since",
            ExpressionAttributeValues = new() { [":shard"] = Text(shard), [":since"] = Text(since.ToStored()) },
            Limit = limit,
        };
        var heads = new List<Dictionary<string, AttributeValue>>();
        await foreach (var page in calls.QueryAsync(query, cancellationToken))
        {
            heads.AddRange(page);
            if (heads.Count >= limit)
            {
                break;
            }
        }

        return heads;
    }

    private Task<UpdateItemResponse> WriteAsync(UpdateItemRequest update, CancellationToken cancellationToken) =>
        calls.WriteAsync(client => client.UpdateItemAsync(update, cancellationToken), cancellationToken);

    private UpdateItemRequest Update(string conversationId, string update, string condition, (string Name, string Value)[] values) => new()
    {
        TableName = tables.Conversations,
        Key = DynamoDbEntries.Key(conversationId, DynamoDbEntries.Head),
        UpdateExpression = update,
        ConditionExpression = condition,
        ExpressionAttributeValues = values.ToDictionary(value => value.Name, value => Text(value.Value)),
        ReturnValues = ReturnValue.ALL_NEW,
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    private static OwedMark? ToMark(Dictionary<string, AttributeValue>? head, string node, DateTimeOffset now)
    {
        if (head?.TextOrNull("owedToken") is not { } token)
        {
            return null;
        }

        var ends = head.TextOrNull("leaseUntil") is { } until ? StoredTime.Parse(until) : now;
        return new(
            head.Text("conversationId"), head.Text("customerId"), token, head.TextOrNull("leaseOwner") == node && ends > now, ends)
        {
            Counted = CountedJson.Read(head.TextOrNull("counted")),
        };
    }
}
