namespace CloudMart.Support.Core.Storage;

/// <summary>Tells whether the chosen store can be used: asked at the host's start and by the <c>check</c> command.</summary>
public interface IStorageProbe
{
    /// <summary>What was looked at, for a line of the report, e.g. <c>SQLite, .data/cloudmart.db</c>.</summary>
    string Subject { get; }

    /// <summary>Creates what is missing where the settings allow it, then tries the store.</summary>
    /// <returns>Null when it works, otherwise one sentence that names the setting to look at and the cause.</returns>
    Task<string?> CheckAsync(CancellationToken cancellationToken);
}
