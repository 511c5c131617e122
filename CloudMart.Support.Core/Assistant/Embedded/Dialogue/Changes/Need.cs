namespace CloudMart.Support.Core.Assistant.Embedded.Dialogue.Changes;

/// <summary>
/// A piece that a change needs: found, or words to say instead (mostly a question), or neither before the tools have answered.
/// </summary>
internal readonly record struct Need<T>(T? Found, string? Say)
    where T : class
{
    public static Need<T> Open => default;

    public static implicit operator Need<T>(T found) => new(found, null);

    public static Need<T> Instead(string? say) => new(null, say);
}
