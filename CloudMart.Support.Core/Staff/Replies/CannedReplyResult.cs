namespace CloudMart.Support.Core.Staff.Replies;

/// <summary>What came of a change of the canned replies.</summary>
public abstract record CannedReplyResult;

/// <summary>It is done.</summary>
public sealed record ReplyDone : CannedReplyResult;

/// <summary>It can't be done, and nothing was changed.</summary>
/// <param name="Why">One sentence for who asked.</param>
public sealed record ReplyRefused(string Why) : CannedReplyResult;
