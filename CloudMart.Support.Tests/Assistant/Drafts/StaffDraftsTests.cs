using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Assistant.ChatCompletions;
using CloudMart.Support.Core.Assistant.Drafts;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Assistant.Drafts;

public sealed class StaffDraftsTests : IAsyncDisposable
{
    private static readonly SignedInStaff Sam = new("staff-1", "Sam");

    private readonly Desk _desk = new(services => services.Configure<AssistantOptions>(one => one.Provider = AssistantProvider.OpenAI));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_follows_from_the_conversation_without_tools_and_is_neither_logged_nor_sent()
    {
        var id = await TakenOverAsync();
        var before = _desk.EventsOf(id);
        _desk.Assistant.Says(" I am looking into it, Ana. ");

        var draft = Assert.IsType<Drafted>(await _desk.Drafts.DraftReplyAsync(Sam, id, Token));

        Assert.Equal(("I am looking into it, Ana.", null), (draft.Text, draft.UnfoundedClaim));
        Assert.Equal(before, _desk.EventsOf(id));
        Assert.Equal(("staff-1", "had a reply drafted", id), _desk.Audit.Entries[^1] is var entry ? (entry.StaffId, entry.What, entry.ConversationId) : default);
        var asked = _desk.Assistant.Asked.Last();
        Assert.Empty(asked.Tools);
        Assert.Contains(asked.Thread, item => item is CustomerMessage { Text: "Where is my parcel?" });
        Assert.Contains("Sam", Assert.IsType<StaffRequest>(asked.Thread[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_says_something_was_done_which_was_not_comes_with_that_sentence()
    {
        var id = await TakenOverAsync();
        _desk.Assistant.Says("Hi Ana. I have canceled your order CM-7890.");

        Assert.Equal("I have canceled your order CM-7890.", Assert.IsType<Drafted>(await _desk.Drafts.DraftReplyAsync(Sam, id, Token)).UnfoundedClaim);
    }

    [Fact]
    public async Task A_summary_is_asked_for_in_other_words()
    {
        var id = await TakenOverAsync();
        _desk.Assistant.Says("- Asked for the parcel");

        Assert.Equal("- Asked for the parcel", Assert.IsType<Drafted>(await _desk.Drafts.SummarizeAsync(Sam, id, Token)).Text);
        Assert.Contains("Summarize", Assert.IsType<StaffRequest>(_desk.Assistant.Asked.Last().Thread[^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_of_a_conversation_of_hundreds_of_events_begins_where_it_began()
    {
        var id = await TakenOverAsync();
        for (var told = 1; told <= 150; told++)
        {
            await _desk.Staff.ReplyAsync(Sam, id, $"m-{told}", $"Step {told} is done.", long.MaxValue, Token);
        }

        _desk.Assistant.Says("- Asked for the parcel");
        Assert.False(Assert.IsType<Drafted>(await _desk.Drafts.SummarizeAsync(Sam, id, Token)).IsOfNewestPart);
        Assert.Contains(_desk.Assistant.Asked.Last().Thread, item => item is CustomerMessage { Text: "Where is my parcel?" });
    }

    [Fact]
    public async Task What_is_too_long_to_be_told_whole_is_summarized_from_its_newest_part_and_says_so()
    {
        await using var desk = new Desk(services => services.Configure<AssistantOptions>(one => one.Provider = AssistantProvider.OpenAI), bounds => bounds.MaxThreadLength = 4_000);
        desk.Assistant.Says("Let me see.").Says("Soon.").Says("- Waits");
        var id = await desk.SayAsync($"Where is my parcel? {new string('x', 2_500)}");
        await desk.SettleAsync();
        await desk.SayAsync($"And now? {new string('y', 2_500)}", id);
        await desk.SettleAsync();

        Assert.True(Assert.IsType<Drafted>(await desk.Drafts.SummarizeAsync(Sam, id, Token)).IsOfNewestPart);
    }

    [Theory]
    [InlineData(StepFailure.Unavailable, "The assistant can’t be reached right now.")]
    [InlineData(StepFailure.Declined, "The assistant declined to write this.")]
    public async Task Where_it_fails_a_sentence_says_so_and_what_was_held_is_let_go(StepFailure failure, string why)
    {
        var id = await TakenOverAsync();
        _desk.Assistant.Then(new Holds("thread-1"), new StepFailed(failure, "HTTP 503"));

        Assert.Equal(new NotDrafted(why), await _desk.Drafts.DraftReplyAsync(Sam, id, Token));
        Assert.Equal(["thread-1"], _desk.Assistant.Abandoned);
    }

    [Fact]
    public async Task An_assistant_that_does_not_come_to_an_end_is_not_waited_for()
    {
        var id = await TakenOverAsync();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _desk.Assistant.Hangs("I am", reached);

        var drafting = _desk.Drafts.DraftReplyAsync(Sam, id, Token);
        await reached.Task;
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new NotDrafted("The assistant took too long. Please try again."), await drafting);
    }

    [Fact]
    public async Task The_demo_assistant_is_not_asked()
    {
        await using var desk = new Desk();

        Assert.False(desk.Drafts.AreOffered);
        Assert.IsType<NotDrafted>(await desk.Drafts.DraftReplyAsync(Sam, "c-1", Token));
        Assert.Empty(desk.Assistant.Asked);
    }

    [Fact]
    public void A_provider_is_asked_as_by_a_user_and_last()
    {
        var request = new AssistantRequest("c-1", "r-1", 0, Desk.Ana, [new CustomerMessage(1, "Hi"), new StaffRequest(2, "Draft it.")], [], null, DateTimeOffset.MaxValue);

        var chat = ChatThread.Request(request, "Rules", new AssistantOptions { Model = "m" })["messages"]!.AsArray();
        var run = RunRequest.NewRun(request, request.Thread, "Rules", new AssistantOptions())["additional_messages"]!.AsArray();

        Assert.All([chat[^1]!, run[^1]!], message => Assert.Equal(("user", "Draft it."), (Text(message, "role"), Text(message, "content"))));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private static string Text(JsonNode message, string name) => message[name]!.GetValue<string>();

    private async Task<string> TakenOverAsync()
    {
        _desk.Assistant.Says("Let me see.");
        var id = await _desk.SayAsync("Where is my parcel?");
        await _desk.SettleAsync();
        Assert.IsType<StaffDone>(await _desk.Staff.TakeOverAsync(Sam, id, _desk.StateOf(id).LastNumber, Token));
        return id;
    }
}
