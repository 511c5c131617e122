using Amazon.DynamoDBv2;
using Amazon.Runtime.Internal;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Core.Storage;

/// <summary>The SDK's client, with the units of its calls counted.</summary>
internal sealed class DynamoDbClient(AmazonDynamoDBConfig config, StoreMeter meter) : AmazonDynamoDBClient(config)
{
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandlerBefore<Marshaller>(new DynamoDbUnits(meter));
    }
}
