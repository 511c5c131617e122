using Amazon.DynamoDBv2.Model;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Indexes that come to know of a write only some questions later: what was just written is missing from the first answers, and
/// what has just left an index is named once more.
/// </summary>
public sealed class LaggingIndexes
{
    private const int Answers = 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _hidden = [];
    private readonly Dictionary<string, List<Dictionary<string, AttributeValue>>> _lastAnswers = [];

    public void Wrote(object request)
    {
        lock (_gate)
        {
            foreach (var key in Written(request))
            {
                _hidden.TryAdd(key, Answers); // only what is new to the index is late; a later write leaves its index keys alone
            }
        }
    }

    /// <returns>Whether the answer is not what stands in the table.</returns>
    public bool Lag(QueryRequest query, QueryResponse page)
    {
        lock (_gate)
        {
            var question = string.Join('|', query.TableName, query.IndexName, string.Join(',', query.ExpressionAttributeValues.Values.Select(v => v.S)));
            var truth = page.Items ?? [];
            List<Dictionary<string, AttributeValue>> shown = [.. truth.Where(IsVisible)];
            if (query.ExclusiveStartKey is not { Count: > 0 })
            {
                var gone = _lastAnswers.GetValueOrDefault(question, []).Where(old => !truth.Exists(now => KeyOf(query.TableName, now) == KeyOf(query.TableName, old)));
                _lastAnswers[question] = truth;
                shown = [.. gone, .. shown];
            }

            page.Items = shown;
            return shown.Count != truth.Count;

            bool IsVisible(Dictionary<string, AttributeValue> item)
            {
                var key = KeyOf(query.TableName, item);
                var late = _hidden.GetValueOrDefault(key);
                _hidden[key] = Math.Max(0, late - 1);
                return late == 0;
            }
        }
    }

    private static IEnumerable<string> Written(object request) => request switch
    {
        PutItemRequest put => [KeyOf(put.TableName, put.Item)],
        UpdateItemRequest update => [KeyOf(update.TableName, update.Key)],
        TransactWriteItemsRequest all => all.TransactItems.Select(one =>
            one.Put is { } put ? KeyOf(put.TableName, put.Item) : KeyOf(one.Update.TableName, one.Update.Key)),
        _ => [],
    };

    private static string KeyOf(string table, Dictionary<string, AttributeValue> item) => string.Join(
        '|', [table, .. new[] { "orderId", "productId", "conversationId", "sk" }.Select(key => item.GetValueOrDefault(key)?.S)]);
}
