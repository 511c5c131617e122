using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Storage;

/// <summary>
/// Has DynamoDB tell what a call consumed, which costs nothing, and only while somebody counts. A call that is refused consumes units as
/// well and does not say how many; so the bill can be a little more.
/// </summary>
internal sealed class DynamoDbUnits(StoreMeter meter) : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext) =>
        meter.Enabled ? CountAsync<T>(executionContext) : base.InvokeAsync<T>(executionContext);

    private async Task<T> CountAsync<T>(IExecutionContext executionContext)
        where T : AmazonWebServiceResponse, new()
    {
        Ask(executionContext.RequestContext.OriginalRequest);
        var response = await base.InvokeAsync<T>(executionContext);
        foreach (var consumed in ConsumedBy(response))
        {
            meter.Consumed(OperationOf(response), consumed.TableName ?? "", consumed.CapacityUnits ?? 0);
        }

        return response;
    }

    private static void Ask(AmazonWebServiceRequest request)
    {
        switch (request)
        {
            case GetItemRequest get:
                get.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
                break;
            case BatchGetItemRequest batch:
                batch.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
                break;
            case QueryRequest query:
                query.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
                break;
            case PutItemRequest put:
                put.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
                break;
            case UpdateItemRequest update:
                update.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
                break;
            case DeleteItemRequest delete:
                delete.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
                break;
            case TransactWriteItemsRequest transaction:
                transaction.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
                break;
        }
    }

    private static List<ConsumedCapacity> ConsumedBy(AmazonWebServiceResponse response) => response switch
    {
        GetItemResponse { ConsumedCapacity: { } one } => [one],
        QueryResponse { ConsumedCapacity: { } one } => [one],
        PutItemResponse { ConsumedCapacity: { } one } => [one],
        UpdateItemResponse { ConsumedCapacity: { } one } => [one],
        DeleteItemResponse { ConsumedCapacity: { } one } => [one],
        BatchGetItemResponse { ConsumedCapacity: { } several } => several,
        TransactWriteItemsResponse { ConsumedCapacity: { } several } => several,
        _ => [],
    };

    private static string OperationOf(AmazonWebServiceResponse response) =>
        response.GetType().Name.Replace("Response", "", StringComparison.Ordinal);
}
