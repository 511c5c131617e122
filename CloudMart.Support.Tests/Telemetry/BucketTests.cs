using System.Diagnostics.Metrics;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Telemetry;

/// <summary>https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-metrics/</summary>
public sealed class BucketTests
{
    [Fact]
    public void Tokens_and_durations_are_told_apart_as_the_conventions_want_it()
    {
        var meters = new SomeMeters();
        var advised = new Dictionary<string, IEnumerable<double>>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    advised[instrument.Name] = instrument switch
                    {
                        Histogram<long> { Advice.HistogramBucketBoundaries: { } tokens } => tokens.Select(bound => (double)bound),
                        Histogram<double> { Advice.HistogramBucketBoundaries: { } seconds } => seconds,
                        _ => [],
                    };
                }
            },
        };
        listener.Start();

        _ = new ModelMeter(meters);

        Assert.Equal(Enumerable.Range(0, 14).Select(power => Math.Pow(4, power)), advised["gen_ai.client.token.usage"]);
        Assert.Equal(Enumerable.Range(0, 14).Select(power => 0.01 * Math.Pow(2, power)), advised["gen_ai.client.operation.duration"]);
    }
}
