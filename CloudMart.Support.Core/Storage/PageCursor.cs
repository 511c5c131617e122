namespace CloudMart.Support.Core.Storage;

/// <summary>
/// Where a page of a newest-first list ended. It names a place in a list, never whose list it is: the owner comes from the
/// sign-in with every page, so that a cursor made up by hand opens nothing.
/// </summary>
internal sealed record PageCursor(DateTimeOffset At, string Id)
{
    private const char Separator = '~';

    public override string ToString() => $"{At.ToStored()}{Separator}{Id}";

    /// <exception cref="FormatException">The text is not a cursor that a page handed out.</exception>
    public static PageCursor? Parse(string? text) => text?.Split(Separator, 2) switch
    {
        null => null,
        [var at, { Length: > 0 } id] => new(StoredTime.Parse(at), id),
        _ => throw new FormatException("The cursor is not one that a page handed out."),
    };
}
