namespace CloudMart.Support.Core.Staff.Replies;

/// <summary>The canned replies: all staff use them, supervisors write them. What is changed stands in the audit log before it is.</summary>
public sealed class CannedReplyService(ICannedReplies replies, IStaffAudit audit, TimeProvider clock, IIdSource ids)
{
    /// <summary>More would not be found by whoever looks for one.</summary>
    public const int Most = 200;

    private static readonly ReplyRefused Overtaken = new("Somebody has changed it meanwhile. Please look at it again.");

    /// <summary>All of them, by title.</summary>
    public async Task<IReadOnlyList<CannedReply>> ListAsync(SignedInStaff by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var all = await replies.ListAsync(cancellationToken);
        return [.. all.OrderBy(reply => reply.Title, StringComparer.OrdinalIgnoreCase).ThenBy(reply => reply.Id, StringComparer.Ordinal)];
    }

    /// <summary>Adds a reply, or changes the one that has its id; null for who is no supervisor.</summary>
    /// <param name="by">Who.</param>
    /// <param name="reply">As it is to be, with the version that it was made from.</param>
    /// <param name="cancellationToken">Cancels before the write.</param>
    public async Task<CannedReplyResult?> KeepAsync(SignedInStaff by, CannedReply reply, CancellationToken cancellationToken)
    {
        if (!by.IsSupervisor)
        {
            return null;
        }

        var wanted = reply with { Title = reply.Title.Trim(), Text = reply.Text.Trim() };
        if (MistakeIn(wanted, await replies.ListAsync(cancellationToken)) is { } mistake)
        {
            return new ReplyRefused(mistake);
        }

        var isNew = wanted.Version == 0;
        await AuditAsync(by, $"{(isNew ? "added" : "changed")} the reply “{wanted.Title}”", cancellationToken);
        return await replies.KeepAsync(isNew ? wanted with { Id = ids.NewId() } : wanted, cancellationToken) ? new ReplyDone() : Overtaken;
    }

    /// <summary>Deletes a reply; null for who is no supervisor.</summary>
    public async Task<CannedReplyResult?> DeleteAsync(SignedInStaff by, CannedReply reply, CancellationToken cancellationToken)
    {
        if (!by.IsSupervisor)
        {
            return null;
        }

        await AuditAsync(by, $"deleted the reply “{reply.Title}”", cancellationToken);
        return await replies.DeleteAsync(reply, cancellationToken) ? new ReplyDone() : Overtaken;
    }

    private static string? MistakeIn(CannedReply wanted, IReadOnlyList<CannedReply> kept) =>
        wanted.Title.Length == 0 ? "Please give it a title."
        : wanted.Title.Length > CannedReply.MaxTitle ? $"The title is longer than {CannedReply.MaxTitle} characters."
        : wanted.Text.Length == 0 ? "Please write what it says."
        : wanted.Text.Length > CannedReply.MaxText ? $"The text is longer than {CannedReply.MaxText:N0} characters."
        : ReplyPlaceholders.UnknownIn(wanted.Text) is { } unknown ? $"Nothing fills {unknown}; there are {string.Join(", ", ReplyPlaceholders.All)}."
        : kept.Any(other => other.Id != wanted.Id && other.Title.Equals(wanted.Title, StringComparison.OrdinalIgnoreCase)) ? $"There is a reply “{wanted.Title}” already."
        : wanted.Version == 0 && kept.Count >= Most ? $"There are {Most} replies already; delete one first."
        : null;

    private Task AuditAsync(SignedInStaff by, string what, CancellationToken cancellationToken) =>
        audit.AddAsync(new AuditEntry(ids.NewId(), clock.GetUtcNow(), by.StaffId, what, null, null), cancellationToken);
}
