using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant;

/// <summary>The bounds of a run. Reaching one ends in words for the customer and a hand-over to staff.</summary>
public sealed class RunOptions
{
    public const string Section = "Assistant";

    /// <summary>How often a run may ask the assistant; on the last step no tools are offered. Default 8.</summary>
    [Range(1, 50)]
    public int MaxSteps { get; set; } = 8;

    /// <summary>How long one worker works on a run, waiting for the provider included. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxRunTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a tool may take to decide; a commit that has started is always settled. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan MaxToolTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many tools that only read run side by side. Default 4.</summary>
    [Range(1, 32)]
    public int MaxParallelTools { get; set; } = 4;

    /// <summary>How many calls one step may ask for; one that asks for more ends the run in a hand-over. Default 16.</summary>
    [Range(1, 24)]
    public int MaxCallsPerStep { get; set; } = 16;

    /// <summary>How many conversations a node works on at once. Default 64.</summary>
    [Range(1, 10_000)]
    public int MaxConcurrentRuns { get; set; } = 64;

    /// <summary>The tokens that one conversation may use, in and out. Default 200,000.</summary>
    [Range(1_000, 100_000_000)]
    public long MaxTokensPerConversation { get; set; } = 200_000;

    /// <summary>How many characters of thread are sent to the assistant: older whole turns are left out. Default 60,000.</summary>
    [Range(4_000, 10_000_000)]
    public int MaxThreadLength { get; set; } = 60_000;
}

[OptionsValidator]
internal sealed partial class RunOptionsValidator : IValidateOptions<RunOptions>;
