using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Staff;

public sealed class StaffSearchTests : IAsyncDisposable
{
    private static readonly SignedInStaff Sam = new("staff-1", "Sam");

    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_is_found_by_its_id()
    {
        await _desk.SayAsync("Hello");
        var id = await _desk.SayAsync("Where is my order?", customer: Desk.Ben);

        Assert.Equal([id], await FindAsync($" {id} "));
    }

    [Fact]
    public async Task A_customers_conversations_are_found_by_the_customers_id()
    {
        await _desk.SayAsync("Hello");
        var his = await _desk.SayAsync("Hello", customer: Desk.Ben);

        Assert.Equal([his], await FindAsync(Desk.Ben.CustomerId));
    }

    [Fact]
    public async Task And_by_what_the_customer_is_called()
    {
        await _desk.SayAsync("Hello");
        var his = await _desk.SayAsync("Hello", customer: Desk.Ben);

        Assert.Equal([his], await FindAsync(Desk.Ben.Name.Split(' ')[0].ToUpperInvariant()));
    }

    [Fact]
    public async Task An_order_finds_the_conversation_that_changed_it_and_then_whatever_else_its_customer_has()
    {
        await _desk.Store.AddMissingAsync([CornerShop.Order()], Token);
        _desk.Assistant.Calls(("cancel_order", """{"orderId":"CM-7890","reason":null}""")).Says("Done.").Says("Hello.");
        var changed = await _desk.SayAsync("Cancel order CM-7890");
        await _desk.SettleAsync();
        var other = await _desk.SayAsync("Hello");
        await _desk.SayAsync("Hello", customer: Desk.Ben);

        Assert.Equal([changed, other], await FindAsync("cm-7890"));
    }

    [Fact]
    public async Task Words_are_found_where_a_conversation_begins_and_where_it_ends()
    {
        var began = await _desk.SayAsync("Where is my skillet?");
        var ended = await _desk.SayAsync("Hello", customer: Desk.Ben);
        await _desk.SayAsync("It was a SKILLET", ended, customer: Desk.Ben);
        await _desk.SayAsync("Good morning");

        Assert.Equal(new[] { began, ended }.Order(StringComparer.Ordinal), (await FindAsync("skillet")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task And_in_the_middle_of_it_whoever_said_them()
    {
        _desk.Assistant.Says("The vermilion one is sold out.").Says("You are welcome.");
        var id = await _desk.SayAsync("Which colors are there?");
        await _desk.SettleAsync();
        await _desk.SayAsync("Thank you", id);
        await _desk.SettleAsync();
        await _desk.SayAsync("Hello", customer: Desk.Ben);

        Assert.Equal([id], await FindAsync("Vermilion"));
    }

    [Fact]
    public async Task A_conversation_that_the_index_has_in_several_lists_is_found_once()
    {
        await using var desk = new Desk(services => services.AddSingleton<IInbox>(provider =>
            new InboxEverywhere(new InMemoryInbox((InMemoryStore)provider.GetRequiredService<IConversationLog>()))));
        var id = await desk.SayAsync("Is the vermilion one there?");

        Assert.Equal(id, Assert.Single(await desk.StaffSearch.FindAsync(Sam, "vermilion", Token)).Id);
    }

    [Fact]
    public async Task Nothing_and_too_much_find_nothing()
    {
        await _desk.SayAsync("Hello");

        Assert.Empty(await FindAsync("  "));
        Assert.Empty(await FindAsync(new string('x', StaffSearch.MaxLength + 1)));
        Assert.Empty(await FindAsync("CM-1"));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<IEnumerable<string>> FindAsync(string text) =>
        (await _desk.StaffSearch.FindAsync(Sam, text, Token)).Select(state => state.Id);

    private sealed class InboxEverywhere(IInbox inbox) : IInbox
    {
        public Task PlaceAsync(Conversation state, CancellationToken cancellationToken) => inbox.PlaceAsync(state, cancellationToken);

        public Task<InboxPage> ListAsync(InboxSection section, InboxOrder order, int limit, string? cursor, CancellationToken cancellationToken) =>
            inbox.ListAsync(InboxSection.Assistant, order, limit, cursor, cancellationToken);
    }
}
