namespace CloudMart.Support.Core.Assistant.Drafts;

/// <summary>What became of a wish for a draft or a summary.</summary>
public abstract record DraftResult;

/// <summary>It is written; what becomes of it the person decides.</summary>
/// <param name="Text">At most as long as a reply may be.</param>
/// <param name="UnfoundedClaim">A sentence of it that says something was done of which the log knows nothing; null where there is none.</param>
/// <param name="IsOfNewestPart">The conversation is too long to be told whole: what was said first is not known to who wrote this.</param>
public sealed record Drafted(string Text, string? UnfoundedClaim, bool IsOfNewestPart = false) : DraftResult;

/// <summary>It could not be written.</summary>
/// <param name="Why">A sentence for who asked.</param>
public sealed record NotDrafted(string Why) : DraftResult;
