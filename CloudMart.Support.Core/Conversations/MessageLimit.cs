using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using CloudMart.Support.Core.Customers;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Conversations;

/// <summary>How often one customer may write, over page and API together, on this node.</summary>
public sealed class MessageLimit(IOptions<RateLimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        customerId => options.Value.Enabled
            ? RateLimitPartition.GetTokenBucketLimiter(customerId, _ => Bucket(options.Value.MessagesPerMinute))
            : RateLimitPartition.GetNoLimiter(customerId));

    /// <summary>Counts one message.</summary>
    /// <returns>Null when it may be said, otherwise how long to wait.</returns>
    public TimeSpan? Count(SignedInCustomer customer)
    {
        using var lease = _limiter.AttemptAcquire(customer.CustomerId);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : Minute;
    }

    public void Dispose() => _limiter.Dispose();

    /// <summary>The minute's messages may come at once; then one at a time as the minute passes.</summary>
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = Minute / perMinute,
        QueueLimit = 0,
    };
}

/// <summary>Settings of the section <c>RateLimit</c>.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimit";

    /// <summary>Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many messages one customer may write in a minute. Default 60.</summary>
    [Range(1, 6_000)]
    public int MessagesPerMinute { get; set; } = 60;
}

[OptionsValidator]
internal sealed partial class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>;
