using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// The whole of Core, with an assistant at the fake server of the Assistants protocol. Pauses take no time, and the run's own time stands
/// still unless a test moves the clock.
/// </summary>
internal sealed class AssistantsShop : IAsyncDisposable
{
    private readonly AssistantOptions _options = new()
    {
        Provider = AssistantProvider.Assistants, AssistantId = "asst_1", RetryPause = TimeSpan.Zero, PollEvery = TimeSpan.Zero,
    };

    /// <summary>A loop without pauses that is wrong would go on for ever.</summary>
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(60));

    private AssistantsShop(
        AssistantsServer server, bool streaming, Action<RunOptions>? bounds, Action<IServiceCollection>? more)
    {
        Server = server;
        (_options.Endpoint, _options.Streaming) = (server.Endpoint, streaming);
        Desk = new Desk(
            services =>
            {
                services.AddSingleton<IAssistant>(provider => new AssistantsApiAssistant(
                    Microsoft.Extensions.Options.Options.Create(_options),
                    provider.GetRequiredService<ModelMeter>(),
                    provider.GetRequiredService<TimeProvider>(),
                    provider.GetRequiredService<ILogger<AssistantsApiAssistant>>()));
                more?.Invoke(services);
            },
            bounds);
    }

    public AssistantsServer Server { get; }

    public Desk Desk { get; }

    /// <param name="streaming">Or polling.</param>
    /// <param name="bounds">Of a run.</param>
    /// <param name="more">What the shop has besides.</param>
    /// <param name="thoughts">What the assistant there thinks, one entry whenever it is asked.</param>
    public static async Task<AssistantsShop> OpenAsync(
        bool streaming,
        AssistantsThought[] thoughts,
        Action<RunOptions>? bounds = null,
        Action<IServiceCollection>? more = null)
    {
        var queue = new Queue<AssistantsThought>(thoughts);
        return new(await AssistantsServer.StartAsync(_ => queue.Dequeue(), TestContext.Current.CancellationToken), streaming, bounds, more);
    }

    /// <summary>Says something and does what the worker does, until nothing is owed.</summary>
    public async Task<string> SayAsync(string text)
    {
        var id = await Desk.SayAsync(text);
        await SettleAsync();
        return id;
    }

    public Task SettleAsync() => Desk.SettleAsync(_patience.Token);

    public async ValueTask DisposeAsync()
    {
        _patience.Dispose();
        await Desk.DisposeAsync();
        await Server.DisposeAsync();
    }
}
