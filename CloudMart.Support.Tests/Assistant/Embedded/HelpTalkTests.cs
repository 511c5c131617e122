using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Assistant.Embedded;

public sealed class HelpTalkTests
{
    [Theory]
    [InlineData("/help/returns#how-long", true)]
    [InlineData("/help/returns", true)]
    [InlineData("https://evil.example/help/returns", false)]
    [InlineData("//evil.example/help/returns", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/help/../orders", false)]
    public async Task Only_pages_of_the_help_center_are_linked(string url, bool isLinked)
    {
        var words = await AskAsync("Within 30 days.", url);

        Assert.Equal(isLinked, words.Contains($"]({url})", StringComparison.Ordinal));
        Assert.Contains("Returns", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quotation_stays_one_and_its_marks_are_shown_as_written()
    {
        var words = await AskAsync("First **line**.\\n\\nSecond [line](http://evil.example).", "/help/returns");

        Assert.StartsWith("> First \\*\\*line\\*\\*.\n>\n> Second \\[line\\]", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_center_is_asked_in_repaired_words_and_never_at_length()
    {
        var chat = new EmbeddedChat(AnasOrders.All);

        await chat.SayAsync($"how long do reunds take {new string('x', 3000)}");

        var call = chat.Thread.OfType<Core.Assistant.ToolRound>().Single().Calls.Single().Call;
        Assert.Contains("refunds: how long do refunds take", call.Arguments, StringComparison.Ordinal);
        Assert.InRange(call.Arguments.Length, 1, 400);
    }

    private static async Task<string> AskAsync(string quote, string url)
    {
        var article = $$"""{"title":"Returns","heading":"","quote":"{{quote}}","url":"{{url}}"}""";
        var chat = new EmbeddedChat(AnasOrders.All) { EveryToolAnswers = $$"""{"outcome":"found","articles":[{{article}}]}""" };
        return (await chat.SayAsync("what is your return policy?")).Words;
    }
}
