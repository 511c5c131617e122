using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.ChatCompletions;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The chat adapter before a scripted server, with pauses short enough for tests.</summary>
public abstract class ChatDesk : IAsyncLifetime
{
    private ChatServer? _server;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected ChatServer Server => _server!;

    protected AssistantOptions Options { get; } = new()
    {
        Provider = AssistantProvider.OpenAI,
        Model = "gpt-test",
        ApiKey = "sk-secret",
        MaxRetries = 2,
        RetryPause = TimeSpan.FromMilliseconds(1),
    };

    internal SomeMeters Meters { get; } = new();

    internal IAssistant Assistant => new ChatCompletionsAssistant(
        Microsoft.Extensions.Options.Options.Create(Options), new ModelMeter(Meters), TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        _server = await ChatServer.StartAsync(Stop);
        Options.Endpoint = _server.Endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
    }
}
