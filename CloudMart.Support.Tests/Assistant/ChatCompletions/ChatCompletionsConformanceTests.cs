using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.ChatCompletions;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static CloudMart.Support.Tests.Fakes.ChatServer;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

public sealed partial class ChatCompletionsConformanceTests : AssistantConformance, IAsyncLifetime
{
    private ChatServer? _server;

    private protected override IAssistant Assistant => new ChatCompletionsAssistant(
        Options.Create(new AssistantOptions { Provider = AssistantProvider.OpenAI, Endpoint = _server!.Endpoint, Model = "gpt-test" }),
        new ModelMeter(new SomeMeters()),
        TimeProvider.System,
        NullLogger<ChatCompletionsAssistant>.Instance);

    public async ValueTask InitializeAsync()
    {
        _server = await StartAsync(TestContext.Current.CancellationToken);
        _server.Thinks(Think);
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private static string[] Think(JsonObject asked)
    {
        var newest = asked["messages"]!.AsArray()[^1]!;
        var order = OrderId().Match(newest["content"]!.GetValue<string>());
        return newest["role"]!.GetValue<string>() == "tool" ? [Says("Done: "), Says($"{order} is canceled."), Finish("stop")]
            : order.Success ? [Calling(0, "call_1", "cancel_order", $$"""{"orderId":"{{order}}","reason":null}"""), Finish("tool_calls")]
            : [Says("Hello"), Says("! How can I help?"), Finish("stop")];
    }

    [GeneratedRegex(@"CM-\d+")]
    private static partial Regex OrderId();
}
