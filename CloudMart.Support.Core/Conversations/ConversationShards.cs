using System.Security.Cryptography;
using System.Text;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Spreads the heads over a few partitions of an index, so that none runs hot.</summary>
internal static class ConversationShards
{
    public const int Count = 8;

    /// <summary>Every partition of <paramref name="list"/>.</summary>
    public static IEnumerable<string> AllOf(string list) => Enumerable.Range(0, Count).Select(shard => $"{list}#{shard}");

    /// <summary>Stable over releases and machines, which string's own hash is not.</summary>
    public static string Of(string list, string conversationId) => $"{list}#{SHA256.HashData(Encoding.UTF8.GetBytes(conversationId))[0] % Count}";
}
