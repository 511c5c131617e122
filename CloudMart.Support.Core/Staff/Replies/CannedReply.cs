namespace CloudMart.Support.Core.Staff.Replies;

/// <summary>An answer that staff give often, for everybody of the staff to use.</summary>
/// <param name="Id">Its own; empty for one that is still to be kept.</param>
/// <param name="Title">What it is found by.</param>
/// <param name="Text">What goes into the reply, with the <see cref="ReplyPlaceholders"/> in their places.</param>
/// <param name="Version">Raised by every change; a change is conditional on the version it was made from. 0 for one that is still to be kept.</param>
public sealed record CannedReply(string Id, string Title, string Text, long Version = 0)
{
    public const int MaxTitle = 60;

    public const int MaxText = 2_000;
}
