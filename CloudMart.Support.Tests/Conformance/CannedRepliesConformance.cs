using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every store of canned replies must do: keep each in its newest version, and let nobody overwrite what they have not seen.</summary>
public abstract class CannedRepliesConformance(StoreUnderTest store)
{
    private readonly string _id = $"reply-{Guid.NewGuid():N}";

    private CannedReply New => new(_id, "Greeting", "Hi {customer}\n👋 “Grüße”");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_reply_is_kept_as_it_was_written_and_only_once()
    {
        Assert.True(await store.Replies.KeepAsync(New, Stop));
        Assert.False(await store.Replies.KeepAsync(New with { Text = "Another" }, Stop));

        Assert.Equal(New with { Version = 1 }, await KeptAsync());
    }

    [Fact]
    public async Task A_change_holds_only_where_the_version_it_was_made_from_is_still_kept()
    {
        await store.Replies.KeepAsync(New, Stop);

        Assert.True(await store.Replies.KeepAsync(New with { Title = "Hello", Version = 1 }, Stop));
        Assert.False(await store.Replies.KeepAsync(New with { Title = "Good day", Version = 1 }, Stop));
        Assert.False(await store.Replies.KeepAsync(New with { Id = $"{_id}-other", Version = 1 }, Stop));

        Assert.Equal(New with { Title = "Hello", Version = 2 }, await KeptAsync());
    }

    [Fact]
    public async Task It_is_deleted_in_the_version_that_was_seen_and_deleting_it_again_changes_nothing()
    {
        await store.Replies.KeepAsync(New, Stop);
        await store.Replies.KeepAsync(New with { Title = "Hello", Version = 1 }, Stop);

        Assert.False(await store.Replies.DeleteAsync(New with { Version = 1 }, Stop));
        Assert.Equal("Hello", (await KeptAsync())?.Title);
        Assert.True(await store.Replies.DeleteAsync(New with { Version = 2 }, Stop));
        Assert.True(await store.Replies.DeleteAsync(New with { Version = 2 }, Stop));

        Assert.Null(await KeptAsync());
    }

    [Fact]
    public async Task All_are_listed_together()
    {
        var ids = Enumerable.Range(0, 20).Select(n => $"{_id}-{n}").ToList();
        foreach (var id in ids)
        {
            await store.Replies.KeepAsync(New with { Id = id, Text = new string('x', CannedReply.MaxText) }, Stop);
        }

        Assert.Subset((await store.Replies.ListAsync(Stop)).Select(reply => reply.Id).ToHashSet(), ids.ToHashSet());
    }

    private async Task<CannedReply?> KeptAsync() => (await store.Replies.ListAsync(Stop)).SingleOrDefault(reply => reply.Id == _id);
}
