using System.Diagnostics;

namespace CloudMart.Support.Fuzz;

/// <summary>Gives one reader its inputs and holds it to what is declared. The same seed gives the same inputs.</summary>
internal sealed class ReaderRun(IFuzzedReader reader, Random random, HangWatch watch)
{
    /// <summary>An input of at most <see cref="Mutation.MaxLength"/> bytes must never cost more.</summary>
    public const long MaxAllocated = 64 * 1024 * 1024;

    private const int MaxFindings = 5;

    private readonly Mutation _mutation = new(random);
    private readonly List<Finding> _findings = [];
    private long _refused;
    private long _mostAllocated;
    private (TimeSpan Took, int Length) _slowest;

    public ReaderReport Read(long inputs)
    {
        var begun = Stopwatch.GetTimestamp();
        var done = 0L;
        for (; done < inputs && _findings.Count < MaxFindings; done++)
        {
            var input = done < reader.Samples.Count ? reader.Samples[(int)done] : _mutation.Of(reader.Samples);
            watch.Begin(reader.Name, input);
            Read(input);
            watch.End();
        }

        return new ReaderReport(reader.Name, done, Stopwatch.GetElapsedTime(begun))
        {
            Refused = _refused,
            Declared = reader.Declared?.Name ?? "none",
            Slowest = _slowest.Took,
            SlowestLength = _slowest.Length,
            MostAllocated = _mostAllocated,
            Findings = _findings,
        };
    }

    private void Read(byte[] input)
    {
        var (begun, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            reader.Read(input);
        }
        catch (Exception declared) when (reader.Declared?.IsInstanceOfType(declared) == true)
        {
            _refused++;
        }
        catch (Exception fault)
        {
            // What else can be thrown is exactly what is looked for.
            _findings.Add(new Finding(reader.Name, fault.ToString(), input));
        }

        var (took, cost) = (Stopwatch.GetElapsedTime(begun), GC.GetAllocatedBytesForCurrentThread() - allocated);
        _slowest = took > _slowest.Took ? (took, input.Length) : _slowest;
        _mostAllocated = Math.Max(_mostAllocated, cost);
        if (cost > MaxAllocated)
        {
            _findings.Add(new Finding(reader.Name, $"allocated {cost} bytes", input));
        }
    }
}
