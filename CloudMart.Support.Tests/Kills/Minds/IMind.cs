namespace CloudMart.Support.Tests.Kills.Minds;

/// <summary>Who thinks for the servers, and outlives them.</summary>
internal interface IMind : IAsyncDisposable
{
    /// <summary>What makes a product ask it.</summary>
    IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>What it was left with that nobody will come back for, in sentences, once all has settled.</summary>
    IEnumerable<string> Complaints => [];
}
