using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.CustomerSupport;

[Trait("Needs", "Server")]
public sealed class TranscriptDownloadTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Portal _portal = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_that_began_with_a_person_asked_for_stands_in_all_lists_and_can_be_taken_along()
    {
        using var browser = await Browser.SignedInAsync(_portal, "customer-1");
        var ana = Desk.Ana;
        var services = _portal.Services;
        var kept = Assert.IsType<MessageKept>(await services.GetRequiredService<HandOverService>().AskForPersonAsync(ana, null, "press-1", Token));
        var id = kept.Conversation.State.Id;

        using var reply = await browser.Client.GetAsync(new Uri($"/support/{id}/transcript.md", UriKind.Relative), Token);

        Assert.Equal("text/markdown", reply.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".md", reply.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.StartsWith($"# {HandOverService.FirstWords}\n", await reply.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var own = await services.GetRequiredService<ConversationService>().ListAsync(ana, 10, null, Token);
        Assert.Equal(id, Assert.Single(own.Conversations).ConversationId);
        await StandsInInboxAsync(id);
    }

    [Fact]
    public async Task Of_a_long_conversation_all_of_it_is_there_in_order()
    {
        using var browser = await Browser.SignedInAsync(_portal, "customer-1");
        var log = _portal.Services.GetRequiredService<IConversationLog>();
        await _portal.Services.GetRequiredService<IOwedAnswers>().MarkAsync("c-1", Desk.Ana.CustomerId, "elsewhere", Token);
        for (var entry = 0; entry < 20; entry++)
        {
            var first = (entry * 20) + 1;
            Assert.True(await log.AppendAsync(Entries.Entry("c-1", first, [.. Enumerable.Range(first, 20).Select(number => Entries.Said($"word {number}"))]), Token));
        }

        var text = await browser.ReadAsync("/support/c-1/transcript.md");

        var numbers = text.Split('\n').Where(line => line.StartsWith("word ", StringComparison.Ordinal)).Select(line => int.Parse(line[5..], null));
        Assert.Equal(Enumerable.Range(1, 400), numbers);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    /// <summary>Once the worker has been there.</summary>
    private async Task StandsInInboxAsync(string id)
    {
        var (inbox, begun) = (_portal.Services.GetRequiredService<IInbox>(), TimeProvider.System.GetTimestamp());
        while ((await inbox.ListAsync(InboxSection.Attention, InboxOrder.LongestFirst, 10, null, Token)).Conversations.All(state => state.Id != id))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"{id} is not in the inbox.");
            await Task.Yield();
        }
    }
}
