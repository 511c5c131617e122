using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Core.Assistant.Embedded;

/// <summary>Settings of the embedded assistant.</summary>
public sealed class EmbeddedOptions
{
    public const string Section = "Assistant:Embedded";

    /// <summary>How long it pauses between two pieces of text, so that its answers read like a model's. Default 20 milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:01")]
    public TimeSpan PieceDelay { get; set; } = TimeSpan.FromMilliseconds(20);
}

[OptionsValidator]
internal sealed partial class EmbeddedOptionsValidator : IValidateOptions<EmbeddedOptions>;
