using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Api;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CloudMart.Support.Tests.Telemetry;

/// <summary>The whole way, from a call of the API to what a collector is sent.</summary>
[Collection(Listening.Name)]
[Trait("Needs", "Server")]
public sealed class ExportTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<(string Path, string Body)> _arriving = Channel.CreateUnbounded<(string, string)>();
    private readonly List<(string Path, string Body)> _received = [];
    private readonly LoopbackServer _collector;

    public ExportTests() => _collector = new LoopbackServer(async context =>
    {
        using var body = new StreamReader(context.Request.Body, Encoding.Latin1); // words in it are as they are, whatever is around them
        _arriving.Writer.TryWrite((context.Request.Path, await body.ReadToEndAsync()));
    });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_listens_where_no_variable_says_where_to()
    {
        await using var portal = new Portal();

        Assert.Null(portal.Services.GetService<TracerProvider>());
        Assert.Null(portal.Services.GetService<MeterProvider>());
        Assert.False(new ActivitySource(TelemetryNames.Source).HasListeners());
    }

    [Fact]
    public async Task A_turn_by_the_API_is_one_trace_that_begins_with_the_request()
    {
        using var spans = new HeardSpans();
        await using var portal = new Portal();
        portal.Assistant.Calls(("cancel_order", "{\"orderId\":\"CM-7890\",\"reason\":null}")).Says("CM-7890 is canceled.");
        using var ana = await portal.CallerAsync("customer-1");

        var turn = await spans.TurnEndedAsync(await ana.SayAsync("Cancel order CM-7890"));

        Assert.Equal("Microsoft.AspNetCore.Hosting.HttpRequestIn", turn.Parent!.OperationName);
        var names = spans.TraceOf(turn).Select(span => span.OperationName).ToList();
        Assert.Superset(
            new HashSet<string>
            {
                "turn", "owed mark", "log append", "run", "chat rules", "execute_tool cancel_order", "store find", "store commit", "owed clear",
            },
            names.ToHashSet());
        Assert.Equal(2, names.Count(name => name == "chat rules"));
    }

    [Fact]
    public async Task A_collector_gets_traces_measurements_and_logs_under_the_given_name_and_no_customers_word()
    {
        await _collector.StartAsync(Token);
        await using (var portal = Sending(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Address.ToString() }))
        {
            portal.Assistant.TellsTales();
            using var ana = await portal.CallerAsync("customer-1");
            var id = await ana.SayAsync(TellTales.Said);
            using var second = await ana.GetAsync(new Uri("/help?q=zanzibar", UriKind.Relative), Token);
        }

        await ArrivedAsync("/v1/traces", "run");
        await ArrivedAsync("/v1/traces", "chat rules");
        await ArrivedAsync("/v1/metrics", "cloudmart.turns");
        await ArrivedAsync("/v1/logs", "CloudMart Support is ready");
        Assert.All(_received, received => Assert.Contains("desk-of-tests", received.Body, StringComparison.Ordinal));
        Assert.All(_received, received => Assert.False(TellTales.AreIn(received.Body), $"{received.Path}: {received.Body}"));
    }

    [Fact]
    public async Task A_signals_own_variable_sends_that_signal_alone()
    {
        await _collector.StartAsync(Token);
        await using (var portal = Sending(new() { ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = $"{_collector.Address}only/traces" }))
        {
            portal.Assistant.Says("Hello.");
            using var ana = await portal.CallerAsync("customer-1");
            await ana.SayAsync("Hi");

            // The exporter's is the only log that the portal has.
            Assert.False(portal.Services.GetRequiredService<ILogger<ExportTests>>().IsEnabled(LogLevel.Critical));
            portal.Services.GetRequiredService<TracerProvider>().ForceFlush();
            portal.Services.GetRequiredService<MeterProvider>().ForceFlush();
        }

        await ArrivedAsync("/only/traces", "run");
        Assert.Equal(["/only/traces"], _received.Select(received => received.Path).Distinct());
    }

    public ValueTask DisposeAsync() => _collector.DisposeAsync();

    private static Portal Sending(Dictionary<string, string> where) => new(
        new(where) { ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_SERVICE_NAME"] = "desk-of-tests" },
        services => services.AddOpenTelemetry().WithLogging()); // a portal has no logging of its own

    /// <summary>The last of it is sent while the program ends, which a portal that is disposed of does not wait for.</summary>
    private async Task ArrivedAsync(string path, string word)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (!_received.Exists(received => received.Path == path && received.Body.Contains(word, StringComparison.Ordinal)))
        {
            _received.Add(await _arriving.Reader.ReadAsync(patience.Token));
        }

        while (_arriving.Reader.TryRead(out var more))
        {
            _received.Add(more);
        }
    }
}
