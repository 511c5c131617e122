namespace CloudMart.Support.Core.HelpCenter;

/// <summary>Finds where the help center answers a question.</summary>
public interface IHelpCenter
{
    /// <summary>The best passages, best first; none where it says nothing about it.</summary>
    /// <param name="question">In anybody's words, of any length.</param>
    /// <param name="limit">At most this many.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    Task<IReadOnlyList<HelpPassage>> SearchAsync(string question, int limit, CancellationToken cancellationToken);
}

/// <param name="Title">The article's.</param>
/// <param name="Heading">The section's; for an introduction the title again.</param>
/// <param name="Quote">The sentences that answer best, word for word and without Markdown.</param>
/// <param name="Url">A path of this site, e.g. <c>/help/returns#how-long</c>.</param>
public sealed record HelpPassage(string Title, string Heading, string Quote, string Url);
