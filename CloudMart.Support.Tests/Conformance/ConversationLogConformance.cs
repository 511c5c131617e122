using System.Collections.Immutable;
using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Conformance;

/// <summary>What every log must do, whatever it is kept in.</summary>
public abstract class ConversationLogConformance(StoreUnderTest store)
{
    private readonly string _id = NewConversation();

    private IConversationLog Log => store.Log;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_read_back_as_it_was_written()
    {
        var entry = Entry(
            _id,
            1,
            Said("Cancel order CM-7890. Скасуйте <b>\"це\"</b> \U0001F600"),
            new RunStarted("r-1", "claim-1"),
            new ToolRequested("r-1", "", [new("call_1", "cancel_order", """{"orderId":"CM-7890"}""")], "state", new TokenUsage(12, 3)),
            new ToolAnswered("r-1", 3, 0, "{}", true, new Receipt(ReceiptKind.Done, "CM-7890", "CM-7890 canceled", ["Lamp"], 54.95m)),
            new AssistantSaid("r-1", "Done.", Interrupted: true),
            new RunEnded("r-1", RunStatus.Incomplete, RunEndReason.BoundReached));

        Assert.True(await Log.AppendAsync(entry, Stop));

        var snapshot = await Log.ReadAsync(_id, 50, Stop);
        Assert.Equal(entry.Events.Stored(), snapshot!.Events.Stored());
        Assert.Equal("customer-1", snapshot.State.CustomerId);
        Assert.Equal(6, snapshot.State.LastNumber);
    }

    [Fact]
    public async Task A_conversation_without_an_event_is_none()
    {
        Assert.Null(await Log.ReadAsync(_id, 50, Stop));
        await store.Owed.MarkAsync(_id, "customer-1", "node-1", Stop);
        Assert.Null(await Log.ReadAsync(_id, 50, Stop));
        Assert.Empty(await Log.ReadAfterAsync(_id, 0, 10, Stop));
        Assert.Empty(await Log.ReadBeforeAsync(_id, 10, 10, Stop));
    }

    [Fact]
    public async Task A_taken_number_is_refused_and_what_stands_there_stays()
    {
        var first = Entry(_id, 1, Said("first"));
        Assert.True(await Log.AppendAsync(first, Stop));
        Assert.False(await Log.AppendAsync(Entry(_id, 1, Said("second")), Stop));
        Assert.Equal(first.Events.Stored(), (await Log.ReadAfterAsync(_id, 0, 10, Stop)).Stored());
    }

    [Fact]
    public async Task Of_many_writers_of_one_number_exactly_one_wins()
    {
        var entries = Enumerable.Range(0, 16).Select(i => Entry(_id, 1, Said($"writer {i}"))).ToList();

        var won = await Task.WhenAll(entries.Select(entry => Task.Run(() => Log.AppendAsync(entry, Stop))));

        var winner = Assert.Single(entries.Zip(won), pair => pair.Second).First;
        Assert.Equal(winner.Events.Stored(), (await Log.ReadAsync(_id, 50, Stop))!.Events.Stored());
    }

    [Fact]
    public async Task A_write_tried_again_after_its_reply_was_lost_stands_once()
    {
        var entry = Entry(_id, 1, Said("once"), new RunStarted("r-1", "claim-1"));
        Assert.True(await Log.AppendAsync(entry, Stop));
        Assert.True(await Log.AppendAsync(Entry(_id, 3, new RunEnded("r-1", RunStatus.Completed)), Stop));
        Assert.True(await Log.AppendAsync(entry, Stop));
        Assert.Equal(3, (await Log.ReadAfterAsync(_id, 0, 10, Stop)).Count);
    }

    [Fact]
    public async Task An_event_of_another_release_is_kept_and_written_back_unchanged()
    {
        const string content = """{"stars":5,"nested":{"b":1.50,"a":[null,"é"]}}""";
        var rated = new UnknownEvent("Rated", 3, JsonDocument.Parse(content).RootElement);
        await Log.AppendAsync(Entry(_id, 1, Said("hello"), rated), Stop);

        var read = (await Log.ReadAsync(_id, 50, Stop))!;
        var kept = Assert.IsType<UnknownEvent>(read.Events[1].Event);
        Assert.Equal(("Rated", 3, content), (kept.Name, kept.Version, kept.Content.GetRawText()));
        Assert.Equal(2, read.State.LastNumber);

        await Log.AppendAsync(Entry(_id, 3, kept), Stop);
        var again = Assert.IsType<UnknownEvent>((await Log.ReadAfterAsync(_id, 2, 10, Stop))[0].Event);
        Assert.Equal(content, again.Content.GetRawText());
    }

    [Fact]
    public async Task Reading_after_a_number_within_an_entry_gives_the_rest_of_it()
    {
        await AppendThreeEntriesOfFourAsync();
        Assert.Equal([7, 8, 9, 10, 11, 12], Numbers(await Log.ReadAfterAsync(_id, 6, 50, Stop)));
        Assert.Equal([12], Numbers(await Log.ReadAfterAsync(_id, 11, 50, Stop)));
        Assert.Empty(await Log.ReadAfterAsync(_id, 12, 50, Stop));
    }

    [Fact]
    public async Task Reading_after_a_number_never_ends_within_an_entry()
    {
        await AppendThreeEntriesOfFourAsync();
        Assert.Equal([1, 2, 3, 4], Numbers(await Log.ReadAfterAsync(_id, 0, 2, Stop)));
        Assert.Equal([3, 4, 5, 6, 7, 8], Numbers(await Log.ReadAfterAsync(_id, 2, 3, Stop)));
    }

    [Fact]
    public async Task Reading_before_a_number_ends_right_before_it()
    {
        await AppendThreeEntriesOfFourAsync();
        Assert.Equal(7, Numbers(await Log.ReadBeforeAsync(_id, 8, 2, Stop))[^1]);
        Assert.Equal(8, Numbers(await Log.ReadBeforeAsync(_id, 9, 2, Stop))[^1]);
        Assert.Equal([1, 2], Numbers(await Log.ReadBeforeAsync(_id, 3, 50, Stop)));
        Assert.Empty(await Log.ReadBeforeAsync(_id, 1, 50, Stop));
    }

    [Fact]
    public async Task A_long_conversation_is_read_whole_in_pages_from_either_end()
    {
        const int Length = 2000, PerEntry = 4;
        var text = new string('x', 1000); // 2 MB in all: more than a store may give at once
        for (var number = 1; number <= Length; number += PerEntry)
        {
            await Log.AppendAsync(Entry(_id, number, [.. Enumerable.Range(number, PerEntry).Select(n => Said($"{n} {text}"))]), Stop);
        }

        var forwards = new List<RecordedEvent>();
        while (await Log.ReadAfterAsync(_id, forwards.Count, 300, Stop) is { Count: > 0 } page)
        {
            forwards.AddRange(page);
        }

        var backwards = ImmutableList<RecordedEvent>.Empty;
        while (await Log.ReadBeforeAsync(_id, Length + 1 - backwards.Count, 300, Stop) is { Count: > 0 } page)
        {
            backwards = backwards.InsertRange(0, page);
        }

        Assert.Equal(Enumerable.Range(1, Length).Select(n => (long)n), Numbers(forwards));
        Assert.Equal(Enumerable.Range(1, Length).Select(n => (long)n), Numbers(backwards));
        Assert.Equal(Length, (await Log.ReadAsync(_id, 50, Stop))!.State.LastNumber);
        Assert.Equal(Length, (await Log.ReadAsync(_id, Length, Stop))!.Events.Count);
    }

    [Fact]
    public async Task A_read_has_at_least_the_newest_events_asked_for_and_the_same_state_whatever_was_stored_of_it()
    {
        await AppendThreeEntriesOfFourAsync();
        var folded = (await Log.ReadAsync(_id, 12, Stop))!.State;
        Assert.Equal([9, 10, 11, 12], Numbers((await Log.ReadAsync(_id, 3, Stop))!.Events).TakeLast(4));

        foreach (var stored in new[] { 4, 8, 12 })
        {
            var mark = await store.Owed.MarkAsync(_id, "customer-1", "node-1", Stop);
            var events = await Log.ReadBeforeAsync(_id, stored + 1, stored, Stop);
            Assert.True(await store.Owed.ClearAsync(mark, Conversation.Empty(_id).Apply(events) with { AnsweredThrough = stored }, Stop));

            var read = (await Log.ReadAsync(_id, 0, Stop))!;
            Assert.Equal(12, read.Events[^1].Number);
            Assert.Equivalent(folded with { AnsweredThrough = stored }, read.State, strict: true);
        }
    }

    [Fact]
    public async Task A_customers_conversations_come_newest_first_in_pages()
    {
        var customer = $"customer-{_id}";
        List<string> conversations = [.. Enumerable.Range(0, 7).Select(_ => NewConversation())];
        foreach (var conversation in conversations)
        {
            store.Clock.Shift(TimeSpan.FromSeconds(1));
            await BeginAsync(conversation, customer, $"About {conversation}");
        }

        await BeginAsync(NewConversation(), $"other-{_id}", "Somebody else's");
        await store.Owed.MarkAsync(NewConversation(), customer, "node-1", Stop);

        var listed = await Eventually.Async(() => ListAllAsync(customer, 3), list => list.Count == 7);
        Assert.Equal(Enumerable.Reverse(conversations), listed.Select(line => line.ConversationId));
        Assert.All(listed, line => Assert.Equal(($"About {line.ConversationId}", At), (line.Title, line.StartedAt)));
    }

    private async Task<List<ConversationSummary>> ListAllAsync(string customer, int limit)
    {
        var all = new List<ConversationSummary>();
        for (var (cursor, first) = ((string?)null, true); first || cursor is not null; first = false)
        {
            var page = await Log.ListAsync(customer, limit, cursor, Stop);
            Assert.InRange(page.Conversations.Count, 0, limit);
            all.AddRange(page.Conversations);
            cursor = page.Next;
        }

        return all;
    }

    private async Task BeginAsync(string conversation, string customer, string text)
    {
        await store.Owed.MarkAsync(conversation, customer, "node-1", Stop);
        await Log.AppendAsync(Entry(conversation, 1, Said(text, customer)), Stop);
    }

    private async Task AppendThreeEntriesOfFourAsync()
    {
        foreach (var number in new[] { 1, 5, 9 })
        {
            await Log.AppendAsync(Entry(_id, number, [.. Enumerable.Range(number, 4).Select(n => Said($"message {n}"))]), Stop);
        }
    }

    private static List<long> Numbers(IEnumerable<RecordedEvent> events) => [.. events.Select(recorded => recorded.Number)];
}
