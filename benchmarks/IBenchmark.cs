namespace CloudMart.Support.Benchmarks;

/// <summary>Starts what it needs, warms it up, measures, prints a small table, and leaves nothing running.</summary>
internal interface IBenchmark
{
    Task RunAsync(CancellationToken cancellationToken);
}
