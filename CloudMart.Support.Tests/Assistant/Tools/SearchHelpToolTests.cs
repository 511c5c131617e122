namespace CloudMart.Support.Tests.Assistant.Tools;

public sealed class SearchHelpToolTests
{
    private readonly ToolDesk _desk = new();

    [Fact]
    public async Task A_policy_is_answered_with_its_source()
    {
        var found = await _desk.AskAsync("search_help", """{"question":"Is there a cancellation fee?"}""");

        Assert.Equal("found", found.GetProperty("outcome").GetString());
        Assert.Equal(
            """{"title":"Cancellations","heading":"What it costs","quote":"Nothing. There is no cancellation fee, and all that you paid is given back.","url":"/help/cancellations#what-it-costs"}""",
            found.GetProperty("articles")[0].GetRawText());
        Assert.InRange(found.GetProperty("articles").GetArrayLength(), 1, 3);
    }

    [Fact]
    public async Task Where_there_is_no_source_the_assistant_is_told_to_say_nothing_of_its_own()
    {
        var nothing = await _desk.DecideAsync("search_help", """{"question":"Who won the football game?"}""");

        Assert.Equal(
            """{"outcome":"not_found","message":"The help center says nothing about it. Do not answer from memory; offer that a member of staff does."}""",
            nothing.Output);
        Assert.Null(nothing.Change);
    }
}
