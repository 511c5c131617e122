using System.Net;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;

namespace CloudMart.Support.Core.Storage;

internal sealed class DynamoDbFaults : IStoreFaults
{
    private static readonly HashSet<string> PassingReasons = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];

    public bool IsTransient(Exception exception) => exception switch
    {
        TransactionCanceledException e => e.CancellationReasons?.Exists(reason => PassingReasons.Contains(reason.Code)) ?? false,
        ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException => true,
        AmazonServiceException e when e.Retryable is not null || (int)e.StatusCode >= 500 || e.StatusCode == HttpStatusCode.TooManyRequests => true,
        _ => IsConflict(exception) || IsUnreachable(exception),
    };

    /// <summary>Another transaction has its hands on the item at this moment.</summary>
    public static bool IsConflict(Exception exception) => exception switch
    {
        TransactionConflictException or TransactionInProgressException => true,
        TransactionCanceledException e => e.CancellationReasons?.Exists(reason => reason.Code == "TransactionConflict") ?? false,
        _ => false,
    };

    /// <summary>The item whose condition did not hold, as it is, empty where there is none; null where it failed for something else.</summary>
    public static Dictionary<string, AttributeValue>? FailedCondition(TransactionCanceledException exception) =>
        exception.CancellationReasons?.Find(reason => reason.Code == "ConditionalCheckFailed") is { } failed ? failed.Item ?? [] : null;

    /// <summary>No answer came: no connection, a broken one, or silence. The SDK passes these on as they are or wrapped in its own.</summary>
    public static bool IsUnreachable(Exception exception) => exception switch
    {
        TimeoutException or WebException => true,
        OperationCanceledException { InnerException: TimeoutException } => true,
        AmazonClientException { InnerException: { } inner } => IsUnreachable(inner),
        _ => LostConnection.Is(exception),
    };
}
