using CloudMart.Support.Core.Staff.Replies;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The canned replies of a desk.</summary>
internal sealed class InMemoryReplies : ICannedReplies
{
    private readonly Dictionary<string, CannedReply> _replies = [];

    /// <summary>Called before they are listed.</summary>
    public Action BeforeList { get; set; } = () => { };

    public Task<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken)
    {
        BeforeList();
        return Task.FromResult<IReadOnlyList<CannedReply>>([.. _replies.Values]);
    }

    /// <summary>The next time the store is away.</summary>
    public void FailsOnce() => BeforeList = () =>
    {
        BeforeList = () => { };
        throw new TimeoutException();
    };

    public Task<bool> KeepAsync(CannedReply reply, CancellationToken cancellationToken)
    {
        var stands = (_replies.GetValueOrDefault(reply.Id)?.Version ?? 0) == reply.Version;
        if (stands)
        {
            _replies[reply.Id] = reply with { Version = reply.Version + 1 };
        }

        return Task.FromResult(stands);
    }

    public Task<bool> DeleteAsync(CannedReply reply, CancellationToken cancellationToken)
    {
        var stands = (_replies.GetValueOrDefault(reply.Id) ?? reply).Version == reply.Version;
        return Task.FromResult(stands && (_replies.Remove(reply.Id) || stands));
    }
}
