namespace CloudMart.Support.Core.Staff.Replies;

/// <summary>Where canned replies are kept. There are so few that they are always read together.</summary>
public interface ICannedReplies
{
    /// <summary>All of them, read consistently, in no order.</summary>
    Task<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Keeps <paramref name="reply"/> in place of the version that it names, or as a new one where that is 0. What is kept has the next version.
    /// </summary>
    /// <returns>False where another version, or none, is kept.</returns>
    Task<bool> KeepAsync(CannedReply reply, CancellationToken cancellationToken);

    /// <summary>Deletes <paramref name="reply"/> where it is still kept in this version; deleting it again changes nothing.</summary>
    /// <returns>False where another version is kept.</returns>
    Task<bool> DeleteAsync(CannedReply reply, CancellationToken cancellationToken);
}
