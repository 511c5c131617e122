using System.Text.Json.Serialization;

namespace CloudMart.Support.Core.Conversations;

/// <summary>Tokens as the provider counted them.</summary>
public sealed record TokenUsage(long Input, long Output)
{
    public static TokenUsage None { get; } = new(0, 0);

    /// <summary>More than any step takes. A server that counts wrong must neither use up a conversation's tokens for ever nor give some back.</summary>
    private const long Most = 100_000_000;

    /// <summary>By the prices that were set when they were used; 0 where none were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal Cost { get; init; }

    public long Total => Input + Output;

    public static TokenUsage operator +(TokenUsage left, TokenUsage right) => left.Add(right);

    /// <returns>What can be true of what a server says.</returns>
    public static TokenUsage Told(long input, long output) => new(Math.Clamp(input, 0, Most), Math.Clamp(output, 0, Most));

    /// <returns>Null where neither is known.</returns>
    public static TokenUsage? Sum(TokenUsage? left, TokenUsage? right) => left is null ? right : right is null ? left : left + right;

    public TokenUsage Add(TokenUsage other) => new(Input + other.Input, Output + other.Output) { Cost = Cost + other.Cost };
}
