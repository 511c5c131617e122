namespace CloudMart.Support.Web.Telemetry;

/// <summary>Which signals the standard variables want exported: all of them by the common endpoint, or one by its own.</summary>
internal static class OtlpSignals
{
    private const string Common = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static bool AnyIn(IConfiguration environment) => Traces(environment) || Metrics(environment) || Logs(environment);

    public static bool Traces(IConfiguration environment) => IsWanted(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

    public static bool Metrics(IConfiguration environment) => IsWanted(environment, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");

    public static bool Logs(IConfiguration environment) => IsWanted(environment, "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT");

    private static bool IsWanted(IConfiguration environment, string own) =>
        !string.IsNullOrWhiteSpace(environment[Common]) || !string.IsNullOrWhiteSpace(environment[own]);
}
