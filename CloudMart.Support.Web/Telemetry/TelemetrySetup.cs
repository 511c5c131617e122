using CloudMart.Support.Core.Storage;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Web.Health;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CloudMart.Support.Web.Telemetry;

/// <summary>
/// Traces, measurements and logs by OTLP, to where OpenTelemetry's own variables say; without them nothing listens and nothing is sent.
/// Call it after the store is registered.
/// </summary>
internal static class TelemetrySetup
{
    private const string Service = "cloudmart-support";

    /// <summary>The connection of an open page: its request lasts as long as the page.</summary>
    private const string Circuits = "/_blazor";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddStoreSpans();
        if (!OtlpSignals.AnyIn(builder.Configuration))
        {
            return;
        }

        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(Describe).UseOtlpExporter();
        if (OtlpSignals.Traces(builder.Configuration))
        {
            telemetry.WithTracing(Trace);
        }

        if (OtlpSignals.Metrics(builder.Configuration))
        {
            telemetry.WithMetrics(Measure);
        }

        builder.Services.Configure<OpenTelemetryLoggerOptions>(logs => logs.IncludeScopes = true);
        if (!OtlpSignals.Logs(builder.Configuration))
        {
            builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(_ => false);
        }
    }

    /// <summary>The environment's <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> come last and win.</summary>
    private static void Describe(ResourceBuilder resource) => resource
        .AddService(Service, serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString())
        .AddEnvironmentVariableDetector();

    private static void Trace(TracerProviderBuilder traces) => traces
        .AddSource(TelemetryNames.Source)
        .AddAspNetCoreInstrumentation(requests => requests.Filter = IsWorthATrace)
        .AddHttpClientInstrumentation();

    private static void Measure(MeterProviderBuilder measurements) => measurements
        .AddMeter(TelemetryNames.Source)
        .AddAspNetCoreInstrumentation()
        .AddHttpClientInstrumentation()
        .AddRuntimeInstrumentation();

    private static bool IsWorthATrace(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(HealthSetup.Root) && !context.Request.Path.StartsWithSegments(Circuits);
}
