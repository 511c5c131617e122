using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.StaffConsole.Replies;

/// <summary>The canned replies: staff read them, supervisors add, change and delete them.</summary>
public sealed partial class ReplyShelf(CannedReplyService replies, CurrentStaff staff, PagePatience patience)
{
    private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(staff.Ended);
    private IReadOnlyList<CannedReply>? _replies;
    private CannedReply? _written;
    private bool _mayWrite;
    private bool _isSaving;
    private string? _told;
    private string _news = "";

    /// <summary>What is being changed may have been deleted by somebody else.</summary>
    private bool IsFormOpen => _written is { } open && (open.Version == 0 || _replies?.Any(reply => reply.Id == open.Id) == true);

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override Task OnInitializedAsync() => patience.InsistAsync(ReadAsync, _leaving.Token);

    private async Task ReadAsync()
    {
        var me = await staff.GetAsync();
        (_mayWrite, _replies) = (me.IsSupervisor, await replies.ListAsync(me, _leaving.Token));
    }

    private void WriteNew() => Write(new CannedReply("", "", ""));

    private void Write(CannedReply reply) => (_written, _told, _news) = (reply, null, "");

    private void Leave() => (_written, _told) = (null, null);

    private async Task KeepAsync(CannedReply reply)
    {
        _isSaving = true;
        await ChangeAsync(async me => await replies.KeepAsync(me, reply, _leaving.Token), $"“{reply.Title.Trim()}” is saved.");
        _isSaving = false;
    }

    private Task DeleteAsync(CannedReply reply) =>
        ChangeAsync(async me => await replies.DeleteAsync(me, reply, _leaving.Token), $"“{reply.Title}” is deleted.");

    /// <summary>Whoever is refused also sees what others did meanwhile; what they wrote stays in its form.</summary>
    private async Task ChangeAsync(Func<SignedInStaff, Task<CannedReplyResult?>> change, string done)
    {
        // Apart: what was changed is not changed again because it could not be read.
        await patience.InsistAsync(async () => _told = (await change(await staff.GetAsync()) as ReplyRefused)?.Why, _leaving.Token);
        await patience.InsistAsync(ReadAsync, _leaving.Token);
        if (_told is null)
        {
            (_written, _news) = (null, done);
        }
    }
}
