using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.ChatCompletions;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The chat adapter before a scripted server, with pauses that take no time.</summary>
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
    };

    internal SomeMeters Meters { get; } = new();

    internal CapturedLog Log { get; } = new();

    /// <summary>Pauses pass at once and are noted.</summary>
    internal PassingClock Clock { get; } = new();

    internal IAssistant Assistant => new ChatCompletionsAssistant(
        Microsoft.Extensions.Options.Options.Create(Options),
        new ModelMeter(Meters),
        Clock,
        new LoggerFactory([Log]).CreateLogger<ChatCompletionsAssistant>());

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
