using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.ChatCompletions;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

/// <summary>The chat adapter before a server that others wrote, streamed and not.</summary>
[Trait("Needs", "aimock")]
public sealed class AimockConformanceTests(Aimock aimock) : AssistantConformance, IClassFixture<Aimock>
{
    private protected override IAssistant Assistant => Before(aimock.Endpoint, streaming: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_check_calls_a_tool(bool streaming) =>
        Assert.Null(await Before(aimock.Endpoint, streaming).CheckAsync(TestContext.Current.CancellationToken));

    private static ChatCompletionsAssistant Before(Uri endpoint, bool streaming) => new(
        Options.Create(new AssistantOptions
        {
            Provider = AssistantProvider.OpenAI, Endpoint = endpoint, Model = "gpt-test", Streaming = streaming,
        }),
        new ModelMeter(new SomeMeters()),
        TimeProvider.System,
        NullLogger<ChatCompletionsAssistant>.Instance);
}
