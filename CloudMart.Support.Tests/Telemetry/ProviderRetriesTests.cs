using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Telemetry;

public sealed class ProviderRetriesTests : ChatDesk
{
    [Fact]
    public async Task Each_further_try_counts_with_provider_and_model()
    {
        using var heard = new HeardMeasurements(Meters);
        Server.Refuses(503, "busy", "later").Refuses(503, "busy", "later").Streams(ChatServer.Says("Hello."), ChatServer.Finish("stop"));

        await Assistant.TakeAsync(Steps.Request(Steps.Customer(1, "Hi")), Stop);

        Assert.Equal(
            Enumerable.Repeat((1d, "gen_ai.provider.name=openai gen_ai.request.model=gpt-test"), 2), heard.Of("cloudmart.provider.retries"));
    }
}
