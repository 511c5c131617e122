namespace CloudMart.Support.Tests.Kills.Minds;

/// <summary>The embedded assistant, which dies with its server; it writes slowly enough to be caught writing.</summary>
internal sealed class EmbeddedMind : IMind
{
    public IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Assistant:Provider"] = "Embedded",
        ["Assistant:Embedded:PieceDelay"] = "00:00:00.060",
    };

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
