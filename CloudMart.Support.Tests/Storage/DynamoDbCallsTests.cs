using Amazon.DynamoDBv2.Model;
using CloudMart.Support.Core.Storage;

namespace CloudMart.Support.Tests.Storage;

public sealed class DynamoDbCallsTests
{
    private readonly DynamoDbCalls _calls = new(null!, TimeProvider.System);

    private int _asked;

    [Fact]
    public async Task A_write_outlasts_a_few_conflicts()
    {
        Assert.Equal("written", await WriteAsync(conflicts: 4, new TransactionConflictException("conflict")));
        Assert.Equal(5, _asked);
    }

    [Fact]
    public async Task A_conflict_that_does_not_end_surfaces()
    {
        await Assert.ThrowsAsync<TransactionConflictException>(() => WriteAsync(conflicts: 5, new TransactionConflictException("conflict")));
        Assert.Equal(5, _asked);
    }

    [Fact]
    public async Task A_failed_condition_surfaces_at_once()
    {
        await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => WriteAsync(conflicts: 1, new ConditionalCheckFailedException("condition")));
        Assert.Equal(1, _asked);
    }

    private Task<string> WriteAsync(int conflicts, Exception fault) => _calls.WriteAsync(
        _ => ++_asked <= conflicts ? Task.FromException<string>(fault) : Task.FromResult("written"), TestContext.Current.CancellationToken);
}
