namespace CloudMart.Support.Core.Insights;

/// <summary>How often something was counted, e.g. <c>CustomerAsked</c> 12 times.</summary>
public sealed record Counted(string Name, long Times);

/// <summary>What a tool's calls and operations came to, the most frequent first.</summary>
public sealed record ToolOutcomes(string Tool, IReadOnlyList<Counted> Outcomes)
{
    public long Times => Outcomes.Sum(outcome => outcome.Times);
}

/// <summary>How long something took: half were as fast as <paramref name="Median"/>, 95 of 100 as <paramref name="Slowest"/>.</summary>
public sealed record TimesTaken(long Times, TimeSpan Median, TimeSpan Slowest);
