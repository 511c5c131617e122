using System.Globalization;

namespace CloudMart.Support.Fuzz;

/// <summary>What came of one reader's inputs.</summary>
internal sealed record ReaderReport(string Reader, long Inputs, TimeSpan Took)
{
    /// <summary>How often the declared exception came.</summary>
    public long Refused { get; init; }

    public string Declared { get; init; } = "none";

    public TimeSpan Slowest { get; init; }

    public int SlowestLength { get; init; }

    /// <summary>The most that one input made the reader allocate, in bytes.</summary>
    public long MostAllocated { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Reader,-22} {Inputs,10} inputs {Inputs / Math.Max(Took.TotalSeconds, 0.001),9:F0}/s  {Declared}: {Refused}  slowest {Slowest.TotalMilliseconds:F1} ms ({SlowestLength} bytes)  most allocated {MostAllocated / 1024} KB");
}
