using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

public sealed class WithheldWordsTests
{
    [Fact]
    public async Task The_thread_there_is_told_what_the_customer_read_in_place_of_words_that_were_withheld()
    {
        await using var shop = await AssistantsShop.OpenAsync(
            streaming: true, [Says("I've canceled CM-7890."), Says("CM-7890 has been canceled."), Says("Hello.")]);
        var id = await shop.SayAsync("Is CM-7890 still there?");
        var read = Assert.Single(shop.Desk.EventsOf(id).OfType<AssistantSaid>()).Text;

        await shop.Desk.SayAsync("And now?", id);
        await shop.SettleAsync();

        Assert.Equal("Hello.", shop.Desk.EventsOf(id).OfType<AssistantSaid>().Last().Text);
        Assert.Contains(("assistant", read), shop.Server.Messages);
    }
}
