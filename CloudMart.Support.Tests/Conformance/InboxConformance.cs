using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every store's inbox must do.</summary>
public abstract class InboxConformance(StoreUnderTest store)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_comes_in_pages_that_miss_and_repeat_none_longest_or_newest_first()
    {
        var waiting = await Begun(5);
        for (var n = 0; n < waiting.Count; n++)
        {
            await store.Inbox.PlaceAsync(Standing(waiting[n], InboxSection.Attention, n), Stop);
        }

        var listed = await ListedAsync(InboxSection.Attention, waiting, 5, InboxOrder.LongestFirst);

        Assert.Equal(waiting, listed.Select(state => state.Id));
        Assert.Equal(Enumerable.Reverse(waiting), (await ListedAsync(InboxSection.Attention, waiting, 5)).Select(state => state.Id));
        Assert.All(listed, state => Assert.Equal(InboxSection.Attention, state.Place!.Section));
    }

    [Fact]
    public async Task A_conversation_stands_in_one_list_at_a_time_and_all_others_come_newest_first()
    {
        var ids = await Begun(3);
        for (var n = 0; n < ids.Count; n++)
        {
            await store.Inbox.PlaceAsync(Standing(ids[n], InboxSection.Attention, n), Stop);
            await store.Inbox.PlaceAsync(Standing(ids[n], InboxSection.Resolved, n + 10), Stop);
        }

        Assert.Equal(Enumerable.Reverse(ids), (await ListedAsync(InboxSection.Resolved, ids, 3)).Select(state => state.Id));
        Assert.Empty(await ListedAsync(InboxSection.Attention, ids, 0));
    }

    [Fact]
    public async Task What_is_with_the_assistant_comes_by_when_it_began_newest_first_and_goes_to_other_lists_and_back()
    {
        var ids = await Begun(5);
        for (var n = 0; n < ids.Count; n++)
        {
            await store.Inbox.PlaceAsync(Standing(ids[n], InboxSection.Assistant, 20 - n), Stop);
        }

        await store.Inbox.PlaceAsync(Standing(ids[1], InboxSection.Resolved, 30), Stop);
        await store.Inbox.PlaceAsync(Standing(ids[3], InboxSection.Staff, 31), Stop);
        await store.Inbox.PlaceAsync(Standing(ids[3], InboxSection.Assistant, 32), Stop);

        Assert.Equal([ids[4], ids[3], ids[2], ids[0]], (await ListedAsync(InboxSection.Assistant, ids, 4)).Select(state => state.Id));
        Assert.Empty(await ListedAsync(InboxSection.Staff, ids, 0));
    }

    [Fact]
    public async Task What_comes_late_does_not_overwrite_what_is_newer()
    {
        var ids = await Begun(1);
        await store.Inbox.PlaceAsync(Standing(ids[0], InboxSection.Staff, 9), Stop);
        await store.Inbox.PlaceAsync(Standing(ids[0], InboxSection.Attention, 3), Stop);

        Assert.Single(await ListedAsync(InboxSection.Staff, ids, 1));
        Assert.Empty(await ListedAsync(InboxSection.Attention, ids, 0));
    }

    private async Task<List<string>> Begun(int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => $"{Guid.NewGuid():N}").ToList();
        foreach (var id in ids)
        {
            await store.Owed.MarkAsync(id, "customer-1", "node-1", Stop);
            store.Clock.Shift(TimeSpan.FromSeconds(1));
        }

        return ids;
    }

    /// <summary>The state of one that has come to this list with the event of that number.</summary>
    private Conversation Standing(string id, InboxSection section, int number) => Conversation.Empty(id) with
    {
        CustomerId = "customer-1",
        LastNumber = number + 1,
        Place = new(section, null, store.Clock.GetUtcNow().AddSeconds(number)),
    };

    /// <summary>Those of <paramref name="ids"/>, once an index that lags knows of them.</summary>
    private Task<List<Conversation>> ListedAsync(
        InboxSection section, List<string> ids, int count, InboxOrder order = InboxOrder.NewestFirst) => Eventually.Async(
        async () =>
        {
            var listed = new List<Conversation>();
            string? cursor = null;
            do
            {
                var page = await store.Inbox.ListAsync(section, order, 2, cursor, Stop);
                listed.AddRange(page.Conversations);
                cursor = page.Next;
            }
            while (cursor is not null);

            return listed.Where(state => ids.Contains(state.Id)).ToList();
        },
        listed => listed.Count == count);
}
