using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Conversations;

public sealed class ConversationServiceTests : IAsyncDisposable
{
    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_message_sent_twice_begins_one_conversation_with_one_message()
    {
        var first = await _desk.SayAsync("Hi", messageId: "m1");
        var again = await _desk.SayAsync("Hi", messageId: "m1");

        Assert.Equal(first, again);
        Assert.Single(_desk.EventsOf(first).OfType<CustomerSaid>());
    }

    [Fact]
    public async Task A_message_sent_again_in_a_running_conversation_is_one_message()
    {
        var id = await _desk.SayAsync("Hi");

        await _desk.SayAsync("Where is it?", id, "m2");
        await _desk.SayAsync("Where is it?", id, "m2");

        Assert.Equal(2, _desk.EventsOf(id).OfType<CustomerSaid>().Count());
    }

    [Fact]
    public async Task Sixteen_sends_of_one_message_at_once_are_one_message()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _desk.SayAsync("Hi", messageId: "m1"))));

        Assert.Single(_desk.EventsOf(Assert.Single(ids.Distinct())).OfType<CustomerSaid>());
    }

    [Fact]
    public async Task The_same_message_id_of_two_customers_begins_two_conversations()
    {
        var ana = await _desk.SayAsync("Hi", messageId: "m1");
        var ben = await _desk.SayAsync("Hi", messageId: "m1", customer: Desk.Ben);

        Assert.NotEqual(ana, ben);
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_answered_like_one_that_never_began()
    {
        var id = await _desk.SayAsync("Hi");

        Assert.IsType<NoSuchConversation>(await _desk.Conversations.SayAsync(Desk.Ben, id, "m", "Hello", Token));
        Assert.IsType<NoSuchConversation>(await _desk.Conversations.SayAsync(Desk.Ben, "never-began", "m", "Hello", Token));
        Assert.Null(await _desk.Conversations.OpenAsync(Desk.Ben, id, 10, Token));
        Assert.Null(await _desk.Conversations.WatchAsync(Desk.Ben, id, Token));
        Assert.Null(await _desk.Conversations.EarlierAsync(Desk.Ben, id, 10, 10, Token));
        Assert.Null(await _desk.Conversations.LaterAsync(Desk.Ben, id, 0, 10, Token));
        Assert.Single(_desk.EventsOf(id));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("  \n ", null)]
    [InlineData("Hi", "")]
    public async Task A_message_without_words_or_with_an_empty_id_is_refused(string text, string? messageId) =>
        Assert.IsType<MessageRefused>(await _desk.Conversations.SayAsync(Desk.Ana, null, messageId, text, Token));

    [Fact]
    public async Task A_message_of_4000_characters_is_taken_and_one_more_is_refused()
    {
        Assert.IsType<MessageKept>(await _desk.Conversations.SayAsync(Desk.Ana, null, "a", new string('x', 4_000), Token));
        Assert.IsType<MessageRefused>(await _desk.Conversations.SayAsync(Desk.Ana, null, "b", new string('x', 4_001), Token));
    }

    [Fact]
    public async Task A_card_number_is_masked_before_it_stands_in_the_log_and_in_the_title()
    {
        var id = await _desk.SayAsync("My card is 4111 1111 1111 1111");

        Assert.Equal("My card is •••• •••• •••• 1111", Assert.IsType<CustomerSaid>(Assert.Single(_desk.EventsOf(id))).Text);
        Assert.Equal("My card is •••• •••• •••• 1111", _desk.StateOf(id).Title);
    }

    [Fact]
    public async Task A_message_that_loses_its_number_to_somebody_else_is_appended_after_them()
    {
        var id = await _desk.SayAsync("Hi");
        _desk.Store.BeforeAppend = async _ =>
        {
            _desk.Store.BeforeAppend = _ => Task.CompletedTask;
            await _desk.SayAsync("From another tab", id);
        };

        await _desk.SayAsync("From this tab", id);

        Assert.Equal(["Hi", "From another tab", "From this tab"], _desk.EventsOf(id).Cast<CustomerSaid>().Select(said => said.Text));
    }

    [Fact]
    public async Task The_message_is_marked_as_owed_before_it_stands_in_the_log()
    {
        IReadOnlyList<string> marked = [];
        _desk.Store.BeforeAppend = async _ => marked = await _desk.Store.ListAsync(DateTimeOffset.MaxValue, 10, Token);

        var id = await _desk.SayAsync("Hi");

        Assert.Equal([id], marked);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();
}
