using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The Assistants adapter before the fake server, with pauses short enough for tests.</summary>
public abstract class AssistantsDesk : IAsyncLifetime
{
    private readonly Queue<AssistantsThought> _thoughts = new();
    private AssistantsServer? _server;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected AssistantsServer Server => _server!;

    protected AssistantOptions Options { get; } = new()
    {
        Provider = AssistantProvider.Assistants,
        AssistantId = "asst_1",
        MaxRetries = 3,
        RetryPause = TimeSpan.FromMilliseconds(1),
        PollEvery = TimeSpan.FromMilliseconds(1),
        SettleLimit = TimeSpan.FromMilliseconds(200),
    };

    internal IAssistant Assistant => By(TimeProvider.System);

    internal CapturedLog Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _server = await AssistantsServer.StartAsync(_ => _thoughts.Dequeue(), Stop);
        Options.Endpoint = _server.Endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Server.DisposeAsync();
    }

    internal IAssistant By(TimeProvider clock) => new AssistantsApiAssistant(
        Microsoft.Extensions.Options.Options.Create(Options),
        new ModelMeter(new SomeMeters()),
        clock,
        new LoggerFactory([Log]).CreateLogger<AssistantsApiAssistant>());

    /// <summary>What the assistant there thinks, one entry whenever it is asked.</summary>
    protected void Thinks(params AssistantsThought[] thoughts)
    {
        foreach (var thought in thoughts)
        {
            _thoughts.Enqueue(thought);
        }
    }
}
