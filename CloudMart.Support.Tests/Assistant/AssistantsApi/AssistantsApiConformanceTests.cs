using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

public sealed class StreamedAssistantsApiConformanceTests() : AssistantsApiConformanceTests(streaming: true);

public sealed class PolledAssistantsApiConformanceTests() : AssistantsApiConformanceTests(streaming: false);

public abstract class AssistantsApiConformanceTests(bool streaming) : AssistantConformance, IAsyncLifetime
{
    private AssistantsServer? _server;

    private protected override IAssistant Assistant => new AssistantsApiAssistant(
        Options.Create(new AssistantOptions
        {
            Provider = AssistantProvider.Assistants,
            Endpoint = _server!.Endpoint,
            AssistantId = "asst_1",
            Streaming = streaming,
            PollEvery = TimeSpan.FromMilliseconds(1),
            RetryPause = TimeSpan.FromMilliseconds(1),
        }),
        new ModelMeter(new SomeMeters()),
        TimeProvider.System,
        NullLogger<AssistantsApiAssistant>.Instance);

    public async ValueTask InitializeAsync() =>
        _server = await AssistantsServer.StartAsync(CancelingBrain.Think, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _server!.DisposeAsync();
    }
}
