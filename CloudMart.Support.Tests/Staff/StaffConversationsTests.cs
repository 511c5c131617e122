using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Staff;

public sealed class StaffConversationsTests : IAsyncDisposable
{
    private static readonly SignedInStaff Sam = new("staff-1", "Sam");

    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_read_anybodys_conversation_in_pages()
    {
        var id = await _desk.SayAsync("one");
        await _desk.SayAsync("two", id);
        await _desk.SayAsync("three", id);

        var opened = await _desk.StaffConversations.OpenAsync(Sam, id, 1, Token);
        var earlier = await _desk.StaffConversations.EarlierAsync(Sam, id, opened!.Events[0].Number, 50, Token);
        var later = await _desk.StaffConversations.LaterAsync(Sam, id, 2, 50, Token);

        Assert.Equal(3, opened.State.LastNumber);
        Assert.Equal([1L, 2L], earlier.Select(recorded => recorded.Number));
        Assert.Equal([3L], later.Select(recorded => recorded.Number));
    }

    [Fact]
    public async Task What_no_id_can_look_like_is_no_conversation()
    {
        Assert.Null(await _desk.StaffConversations.OpenAsync(Sam, "", 1, Token));
        Assert.Null(await _desk.StaffConversations.OpenAsync(Sam, new string('x', 65), 1, Token));
    }

    [Fact]
    public async Task Whoever_watches_the_desk_hears_of_every_conversation_where_it_stands()
    {
        await using var news = await _desk.StaffConversations.WatchDeskAsync(Sam, Token);

        var hers = await _desk.SayAsync("Hello");
        var his = await _desk.SayAsync("Hello", customer: Desk.Ben);

        var moved = await news.ReadAllAsync(Token).OfType<ConversationMoved>().Take(2).ToListAsync(Token);
        Assert.Equal([hers, his], moved.Select(each => each.State.Id));
        Assert.All(moved, each => Assert.Equal(InboxSection.Assistant, each.State.Place?.Section));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
