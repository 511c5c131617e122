using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Storage;

/// <summary>
/// The four tables. Their indexes hold keys only, and only keys that an append leaves alone: an index that every write
/// touched would double what a write costs.
/// </summary>
internal sealed class DynamoDbTables(IOptions<DynamoDbOptions> options)
{
    /// <summary>Of orders (<c>customerId</c>, <c>placedAt</c>) and of conversations' heads (<c>customerId</c>, <c>startedAt</c>).</summary>
    public const string ByCustomer = "byCustomer";

    /// <summary>Of the heads that are owed an answer (<c>owed</c>, <c>owedAt</c>); sparse, and sharded so that no shard runs hot.</summary>
    public const string Owed = "owed";

    /// <summary>Of the heads, by list of staff's inbox (<c>inbox</c>, <c>inboxAt</c>); sharded as well.</summary>
    public const string Inbox = "inbox";

    /// <summary>Of the heads, by the day on which the conversation began (<c>startedOn</c>, <c>startedAt</c>).</summary>
    public const string ByDay = "byDay";

    /// <summary>Of products (<c>listed</c>, which is the same on all of them, and <c>name</c>): a catalogue is short.</summary>
    public const string ByName = "byName";

    public string Orders { get; } = options.Value.TablePrefix + "Orders";

    public string Customers { get; } = options.Value.TablePrefix + "Customers";

    public string Products { get; } = options.Value.TablePrefix + "Products";

    public string Conversations { get; } = options.Value.TablePrefix + "Conversations";

    public IReadOnlyList<CreateTableRequest> Schema =>
    [
        Table(Orders, ["orderId"], (ByCustomer, "customerId", "placedAt")),
        Table(Customers, ["customerId"]),
        Table(Products, ["productId"], (ByName, "listed", "name")),
        Table(
            Conversations, ["conversationId", "sk"], (ByCustomer, "customerId", "startedAt"), (Owed, "owed", "owedAt"), (Inbox, "inbox", "inboxAt"),
            (ByDay, "startedOn", "startedAt")),
    ];

    private static CreateTableRequest Table(string name, string[] key, params (string Name, string Hash, string Range)[] indexes) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        KeySchema = Key(key),
        AttributeDefinitions =
        [
            .. key.Concat(indexes.SelectMany(index => new[] { index.Hash, index.Range })).Distinct()
                .Select(attribute => new AttributeDefinition(attribute, ScalarAttributeType.S)),
        ],
        GlobalSecondaryIndexes = indexes.Length == 0 ? null :
        [
            .. indexes.Select(index => new GlobalSecondaryIndex
            {
                IndexName = index.Name,
                KeySchema = Key([index.Hash, index.Range]),
                Projection = new Projection { ProjectionType = ProjectionType.KEYS_ONLY },
            }),
        ],
    };

    private static List<KeySchemaElement> Key(string[] attributes) =>
        [.. attributes.Select((attribute, index) => new KeySchemaElement(attribute, index == 0 ? KeyType.HASH : KeyType.RANGE))];
}
