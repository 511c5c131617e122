using CloudMart.Support.Core.Staff.Replies;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Staff.Replies;

public sealed class CannedReplyServiceTests : IAsyncDisposable
{
    private static readonly CannedReply Greeting = new("", "Greeting", "Hi {customer}, this is {me}.");

    private readonly Desk _desk = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supervisor_adds_changes_and_deletes_and_each_stands_in_the_audit_log()
    {
        Assert.IsType<ReplyDone>(await KeepAsync(Greeting with { Title = " Greeting " }));
        var kept = Assert.Single(await ListAsync());
        Assert.Equal(("Greeting", 1), (kept.Title, kept.Version));

        Assert.IsType<ReplyDone>(await KeepAsync(kept with { Text = "Hello {customer}." }));
        Assert.IsType<ReplyDone>(await _desk.CannedReplies.DeleteAsync(StaffBrowser.Priya, kept with { Version = 2 }, Stop));

        Assert.Empty(await ListAsync());
        Assert.Equal(
            [("supervisor-1", "added the reply “Greeting”"), ("supervisor-1", "changed the reply “Greeting”"), ("supervisor-1", "deleted the reply “Greeting”")],
            _desk.Audit.Entries.Select(entry => (entry.StaffId, entry.What)));
    }

    [Fact]
    public async Task Whoever_is_no_supervisor_changes_nothing_and_leaves_no_trace()
    {
        await KeepAsync(Greeting);
        var kept = Assert.Single(await ListAsync());

        Assert.Null(await _desk.CannedReplies.KeepAsync(StaffBrowser.Sam, kept with { Text = "Pay me." }, Stop));
        Assert.Null(await _desk.CannedReplies.DeleteAsync(StaffBrowser.Sam, kept, Stop));

        Assert.Equal(kept, Assert.Single(await ListAsync()));
        Assert.Single(_desk.Audit.Entries);
    }

    [Theory]
    [InlineData(" ", "Hi", "Please give it a title.")]
    [InlineData("Hello", " ", "Please write what it says.")]
    [InlineData("GREETING", "Hi", "There is a reply “GREETING” already.")]
    [InlineData("Hello", "Hi {cutsomer}", "Nothing fills {cutsomer}; there are {customer}, {me}, {order}.")]
    public async Task What_nobody_could_use_is_refused_with_a_reason(string title, string text, string why)
    {
        await KeepAsync(Greeting);

        Assert.Equal(new ReplyRefused(why), await KeepAsync(new CannedReply("", title, text)));
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task There_is_an_end_to_titles_texts_and_replies()
    {
        Assert.IsType<ReplyRefused>(await KeepAsync(Greeting with { Title = new('t', CannedReply.MaxTitle + 1) }));
        Assert.IsType<ReplyRefused>(await KeepAsync(Greeting with { Text = new('t', CannedReply.MaxText + 1) }));
        for (var n = 0; n < CannedReplyService.Most; n++)
        {
            Assert.IsType<ReplyDone>(await KeepAsync(Greeting with { Title = $"{n}" }));
        }

        Assert.IsType<ReplyRefused>(await KeepAsync(Greeting));
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_is_told()
    {
        await KeepAsync(Greeting);
        var seen = Assert.Single(await ListAsync());
        await KeepAsync(seen with { Text = "First" });

        var told = await KeepAsync(seen with { Text = "Second" });

        Assert.Equal("Somebody has changed it meanwhile. Please look at it again.", Assert.IsType<ReplyRefused>(told).Why);
        Assert.Equal("First", Assert.Single(await ListAsync()).Text);
    }

    [Theory]
    [InlineData("Hi {customer}, {me} here, about {order}.", "Hi Ana, Sam here, about CM-7890.")]
    [InlineData("{customer} {customer} {else} {}", "Ana Ana {else} {}")]
    public void Placeholders_are_filled_wherever_they_stand(string text, string filled) =>
        Assert.Equal(filled, ReplyPlaceholders.Fill(text, "Ana", "Sam", "CM-7890"));

    [Fact]
    public void What_is_not_known_is_filled_with_words_that_can_be_sent() =>
        Assert.Equal("Hi there, about your order.", ReplyPlaceholders.Fill("Hi {customer}, about {order}.", null, "Sam", null));

    [Fact]
    public async Task The_demos_replies_fill_an_empty_store_and_what_was_deleted_stays_deleted()
    {
        var demo = new DemoReplies(_desk.Replies);
        await demo.SeedAsync(Stop);
        var seeded = await ListAsync();
        Assert.Equal(DemoReplies.All.Length, seeded.Count);
        Assert.All(seeded, reply => Assert.Null(ReplyPlaceholders.UnknownIn(reply.Text)));

        await _desk.CannedReplies.DeleteAsync(StaffBrowser.Priya, seeded[0], Stop);
        await demo.SeedAsync(Stop);

        Assert.Equal(seeded.Count - 1, (await ListAsync()).Count);
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private Task<CannedReplyResult?> KeepAsync(CannedReply reply) => _desk.CannedReplies.KeepAsync(StaffBrowser.Priya, reply, Stop);

    private Task<IReadOnlyList<CannedReply>> ListAsync() => _desk.CannedReplies.ListAsync(StaffBrowser.Sam, Stop);
}
