using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Conversations;

public sealed class AnswerWaitTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Desk _desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_answer_is_the_assistants_words_since_the_message_joined_by_blank_lines()
    {
        _desk.Assistant
            .Then(new Core.Assistant.ToolsRequired("Let me look.", [new ToolCall("c", "list_orders", "{\"status\":null}")]))
            .Says("You have none.");

        var asking = AskAsync("What did I order?");
        await _desk.SettleAsync();

        var answered = Assert.IsType<MessageAnswered>(await asking);
        Assert.Equal("Let me look.\n\nYou have none.", answered.Text);
        Assert.Equal(AnswerStatus.Answered, answered.Status);
    }

    [Fact]
    public async Task A_later_answer_leaves_out_what_was_said_before_the_message()
    {
        _desk.Assistant.Says("Hello Ana.").Says("You are welcome.");
        var first = AskAsync("Hi");
        await _desk.SettleAsync();
        var id = Assert.IsType<MessageAnswered>(await first).ConversationId;

        var second = AskAsync("Thanks", id);
        await _desk.SettleAsync();

        Assert.Equal("You are welcome.", Assert.IsType<MessageAnswered>(await second).Text);
    }

    [Fact]
    public async Task A_message_sent_again_after_its_answer_gets_the_same_answer_and_nobody_is_asked_again()
    {
        _desk.Assistant.Says("Hello Ana.").Says("You are welcome.");
        var first = AskAsync("Hi", messageId: "m1");
        await _desk.SettleAsync();
        await _desk.SayAsync("Thanks", Assert.IsType<MessageAnswered>(await first).ConversationId);
        await _desk.SettleAsync();

        var again = await AskAsync("Hi", messageId: "m1");

        Assert.Equal("Hello Ana.", Assert.IsType<MessageAnswered>(again).Text);
        Assert.Equal(2, _desk.Assistant.Asked.Count);
    }

    [Fact]
    public async Task Whoever_wrote_first_and_whoever_wrote_into_the_run_both_get_the_answer_that_covers_both()
    {
        var thinking = new TaskCompletionSource();
        _desk.Assistant.Hangs("Let me", thinking).Says("Both done.");
        var first = AskAsync("Where is CM-1?", messageId: "m1");
        var settling = _desk.SettleAsync();
        await thinking.Task;

        var second = AskAsync("And CM-2?", ConversationService.FirstIdFor(Desk.Ana, "m1"));
        await settling;

        Assert.EndsWith("Both done.", Assert.IsType<MessageAnswered>(await first).Text, StringComparison.Ordinal);
        Assert.Equal("Both done.", Assert.IsType<MessageAnswered>(await second).Text);
    }

    [Fact]
    public async Task When_the_time_is_up_it_is_said_that_the_run_goes_on()
    {
        var asking = AskAsync("Hi");

        _desk.Clock.Advance(Minute);

        Assert.Equal(AnswerStatus.StillRunning, Assert.IsType<MessageAnswered>(await asking).Status);
    }

    [Fact]
    public async Task A_conversation_that_was_handed_over_is_with_staff()
    {
        _desk.Assistant.Calls(("hand_off_to_staff", "{\"reason\":\"Wants a person.\",\"summary\":\"Asked for a person.\"}")).Says("A colleague will answer here.");

        var asking = AskAsync("A person please");
        await _desk.SettleAsync();

        var answered = Assert.IsType<MessageAnswered>(await asking);
        Assert.Equal(AnswerStatus.WithStaff, answered.Status);
        Assert.Equal("A colleague will answer here.", answered.Text);
    }

    [Fact]
    public async Task An_answer_that_the_feed_lost_is_found_in_the_log()
    {
        var saidOnly = new LossyFeed(item => item is EntryAppended { Entry.Number: > 1 });
        await using var desk = new Desk(services => services.AddSingleton<IConversationFeed>(saidOnly));
        desk.Assistant.Says("Hello Ana.");
        var asking = desk.Answers.AskAsync(Desk.Ana, null, "m1", "Hi", Minute, Token);
        await desk.SettleAsync();

        desk.Clock.Advance(ConversationTail.Silence);

        Assert.Equal("Hello Ana.", Assert.IsType<MessageAnswered>(await asking).Text);
    }

    [Fact]
    public async Task A_strangers_conversation_is_no_conversation()
    {
        var id = await _desk.SayAsync("Hi", customer: Desk.Ben);

        Assert.IsType<NoSuchConversation>(await AskAsync("Hi", id));
        Assert.IsType<NoSuchConversation>(await AskAsync("Hi", new string('x', 5_000)));
        Assert.IsType<NoSuchConversation>(await AskAsync("Hi", ""));
    }

    [Fact]
    public async Task Who_leaves_stops_waiting()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asking = _desk.Answers.AskAsync(Desk.Ana, null, "m1", "Hi", Minute, leaving.Token);

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private Task<SayResult> AskAsync(string text, string? id = null, string? messageId = null) =>
        _desk.Answers.AskAsync(Desk.Ana, id, messageId, text, Minute, Token);
}
