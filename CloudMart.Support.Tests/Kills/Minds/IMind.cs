namespace CloudMart.Support.Tests.Kills.Minds;

/// <summary>Who thinks for the servers, and outlives them.</summary>
internal interface IMind : IAsyncDisposable
{
    /// <summary>What makes a product ask it.</summary>
    IReadOnlyDictionary<string, string?> Settings { get; }
}
