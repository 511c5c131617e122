using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every store of marks must do: an owed answer is never forgotten, and never tried by two at once without need.</summary>
public abstract class OwedAnswersConformance(StoreUnderTest store)
{
    private readonly string _id = NewConversation();

    private IOwedAnswers Owed => store.Owed;

    private Conversation Answered => Conversation.Empty(_id) with { CustomerId = "customer-1", LastNumber = 2, LastSaidAt = 1, AnsweredThrough = 2, StartedAt = store.Clock.GetUtcNow() };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_marked_conversation_is_listed_until_it_is_cleared()
    {
        var mark = await MarkAsync("node-1");
        Assert.True(mark.Leased);
        Assert.Equal((_id, "customer-1"), (mark.ConversationId, mark.CustomerId));
        Assert.Contains(_id, await Eventually.Async(ListAsync, list => list.Contains(_id)));

        Assert.True(await Owed.ClearAsync(mark, Answered, Stop));
        Assert.Null(await Owed.LeaseAsync(_id, "node-1", Stop));
        Assert.DoesNotContain(_id, await Eventually.Async(ListAsync, list => !list.Contains(_id)));
    }

    [Fact]
    public async Task What_nobody_marked_cannot_be_leased() => Assert.Null(await Owed.LeaseAsync(_id, "node-1", Stop));

    [Fact]
    public async Task Another_nodes_mark_leaves_the_lease_where_it_is()
    {
        var first = await MarkAsync("node-1");
        var second = await MarkAsync("node-2");
        Assert.False(second.Leased);
        Assert.NotEqual(first.Token, second.Token);
        Assert.Equal(first.LeaseEnds, second.LeaseEnds, TimeSpan.FromMilliseconds(1));
        Assert.True((await MarkAsync("node-1")).Leased);
    }

    [Fact]
    public async Task A_lease_is_renewed_by_its_owner_and_taken_by_others_only_when_it_has_run_out()
    {
        await MarkAsync("node-1");
        store.Clock.Shift(IOwedAnswers.LeaseTime * 0.7);
        Assert.False((await Owed.LeaseAsync(_id, "node-2", Stop))!.Leased);
        Assert.True((await Owed.LeaseAsync(_id, "node-1", Stop))!.Leased);

        store.Clock.Shift(IOwedAnswers.LeaseTime * 0.7);
        Assert.False((await Owed.LeaseAsync(_id, "node-2", Stop))!.Leased);

        store.Clock.Shift(IOwedAnswers.LeaseTime);
        Assert.True((await Owed.LeaseAsync(_id, "node-2", Stop))!.Leased);
        Assert.False((await Owed.LeaseAsync(_id, "node-1", Stop))!.Leased);
    }

    [Fact]
    public async Task Of_many_nodes_that_want_a_lease_one_gets_it()
    {
        await MarkAsync("node-0");
        store.Clock.Shift(IOwedAnswers.LeaseTime * 2);
        var marks = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => Owed.LeaseAsync(_id, $"node-{n}", Stop))));
        Assert.Single(marks, mark => mark!.Leased);
    }

    [Fact]
    public async Task A_mark_set_anew_is_not_cleared_by_who_saw_the_old_one()
    {
        var seen = await MarkAsync("node-1");
        var renewed = await MarkAsync("node-1");
        Assert.False(await Owed.ClearAsync(seen, Answered, Stop));
        Assert.Equal(renewed.Token, (await Owed.LeaseAsync(_id, "node-1", Stop))!.Token);
    }

    [Fact]
    public async Task Clearing_again_after_a_lost_reply_is_a_success()
    {
        var mark = await MarkAsync("node-1");
        Assert.True(await Owed.ClearAsync(mark, Answered, Stop));
        Assert.True(await Owed.ClearAsync(mark, Answered, Stop));
    }

    [Fact]
    public async Task A_cleared_conversation_can_be_marked_again_by_any_node()
    {
        Assert.True(await Owed.ClearAsync(await MarkAsync("node-1"), Answered, Stop));
        Assert.True((await MarkAsync("node-2")).Leased);
    }

    [Fact]
    public async Task A_conversation_that_owes_an_answer_cannot_be_cleared()
    {
        var mark = await MarkAsync("node-1");
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Owed.ClearAsync(mark, Answered with { AnsweredThrough = 0 }, Stop));
    }

    [Fact]
    public async Task Another_customers_conversation_cannot_be_marked()
    {
        await MarkAsync("node-1");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Owed.MarkAsync(_id, "customer-2", "node-1", Stop));
        store.Clock.Shift(IOwedAnswers.LeaseTime * 2);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Owed.MarkAsync(_id, "customer-2", "node-2", Stop));
        Assert.Equal("customer-1", (await Owed.LeaseAsync(_id, "node-1", Stop))!.CustomerId);
    }

    [Fact]
    public async Task Who_has_waited_longest_comes_first_however_often_it_was_marked_since()
    {
        var later = NewConversation();
        await MarkAsync("node-1");
        store.Clock.Shift(TimeSpan.FromSeconds(1));
        await Owed.MarkAsync(later, "customer-1", "node-1", Stop);
        store.Clock.Shift(TimeSpan.FromSeconds(1));
        await MarkAsync("node-1");

        var listed = await Eventually.Async(ListAsync, list => list.Contains(_id) && list.Contains(later));
        Assert.Equal([_id, later], listed.Where(conversation => conversation == _id || conversation == later));
        Assert.Single(await Owed.ListAsync(DateTimeOffset.MaxValue, 1, Stop));
    }

    private Task<OwedMark> MarkAsync(string node) => Owed.MarkAsync(_id, "customer-1", node, Stop);

    private Task<IReadOnlyList<string>> ListAsync() => Owed.ListAsync(DateTimeOffset.MaxValue, 1000, Stop);
}
