using System.Net;
using System.Net.Sockets;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CloudMart.Support.Core.Storage;
using Microsoft.Data.Sqlite;

namespace CloudMart.Support.Tests.Storage;

public sealed class StoreFaultsTests
{
    public static TheoryData<Exception> Passing =>
    [
        new ProvisionedThroughputExceededException("throttled"),
        new RequestLimitExceededException("throttled"),
        new ThrottlingException("throttled"),
        new InternalServerErrorException("oops") { StatusCode = HttpStatusCode.InternalServerError },
        new TransactionConflictException("conflict"),
        Canceled("None", "TransactionConflict"),
        Canceled("ThrottlingError", "None"),
        new HttpRequestException("refused"),
        new SocketException((int)SocketError.NotConnected),
        new AmazonClientException("wrapped", new HttpRequestException("refused")),
        new TaskCanceledException("timeout", new TimeoutException()),
    ];

    public static TheoryData<Exception> Lasting =>
    [
        new ConditionalCheckFailedException("condition"),
        new ResourceNotFoundException("no table") { StatusCode = HttpStatusCode.BadRequest },
        new AmazonDynamoDBExceptionStub("AccessDeniedException"),
        Canceled("ConditionalCheckFailed", "None"),
        new IdempotentParameterMismatchException("bug"),
        new OperationCanceledException(),
        new InvalidOperationException("bug"),
    ];

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public void Of_DynamoDB_silence_throttling_and_conflicts_may_pass(Exception fault) => Assert.True(new DynamoDbFaults().IsTransient(fault));

    [Theory]
    [MemberData(nameof(Lasting), DisableDiscoveryEnumeration = true)]
    public void Of_DynamoDB_bugs_refusals_and_cancellation_will_not_pass(Exception fault) => Assert.False(new DynamoDbFaults().IsTransient(fault));

    [Theory]
    [InlineData(5, true)] // busy
    [InlineData(10, true)] // disk trouble
    [InlineData(13, true)] // disk full
    [InlineData(19, false)] // a constraint: a bug
    [InlineData(26, false)] // not a database
    public void Of_SQLite_busy_and_disk_may_pass(int code, bool passes) =>
        Assert.Equal(passes, new SqliteFaults().IsTransient(new SqliteException("", code)));

    private static TransactionCanceledException Canceled(params string[] codes) =>
        new("canceled") { CancellationReasons = [.. codes.Select(code => new CancellationReason { Code = code })] };

    private sealed class AmazonDynamoDBExceptionStub(string code)
        : AmazonServiceException("refused", null, ErrorType.Sender, code, "request", HttpStatusCode.BadRequest);
}
