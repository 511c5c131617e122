using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Tests.Scenarios;

public sealed class ScenarioReaderTests
{
    [Theory]
    [InlineData("Ana sais \"Hello\"", "Ana says \"Cancel order CM-7890\"")]
    [InlineData("CM-7890 is cancelled", "CM-7890 is canceled")]
    [InlineData("A card \"Cancel CM-7890\" is seen", "A card \"Return 1 item of CM-7820\" is shown")]
    [InlineData("the server restarts", "The server is restarted")]
    [InlineData("17 minuts pass", "16 minutes pass")]
    [InlineData("no orders have changed", "No order has changed")]
    [InlineData("she confirm", "She confirms \"Return 1 item of CM-7820\"")]
    [InlineData("$12 go back to PayPal", "$129.00 goes back to Visa ending in 4242")]
    public void A_mistyped_step_is_reported_with_file_line_and_the_nearest_step(string typed, string meant)
    {
        var book = ScenarioReader.Read("qa/story.md", $"# A story\n\nText.\n\n- Ana is signed in\n- {typed}\n- No order has changed\n");

        Assert.Equal($"qa/story.md:6: there is no step \"{typed}\"; did you mean \"{meant}\"?", Assert.Single(book.Mistakes));
    }

    [Theory]
    [InlineData("cancel_ordr is not called", "there is no tool \"cancel_ordr\"; there are get_order,")]
    [InlineData("Anna says \"Hello\"", "there is nobody called \"Anna\"; there are Ana and Ben.")]
    [InlineData("She is signed in", "say who is signed in: Ana or Ben.")]
    [InlineData("She has order CM-1: Zebra", "\"Zebra\" is not in the demo's catalogue; say what it costs, e.g. Zebra $10.00.")]
    [InlineData("She has order CM-1: Rain jacket (pink, M)", "\"Rain jacket (pink, M)\" is not in the demo's catalogue;")]
    [InlineData("CM-1 is gone", "there is no step \"CM-1 is gone\"; did you mean")]
    public void What_no_sentence_can_mean_is_a_mistake_of_its_line(string step, string mistake)
    {
        var book = ScenarioReader.Read("story.md", $"# A story\n- {step}\n- No order has changed");

        Assert.StartsWith($"story.md:2: {mistake}", Assert.Single(book.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_begin_scenarios_list_items_are_steps_and_the_rest_is_for_the_reader()
    {
        var book = ScenarioReader.Read("story.md", """
            About this file.

            # First

            A paragraph.

            ## Before
            * Ana is signed in
            1. She has order CM-7001 (delivered): Rain jacket (navy, M),
               2 x Packing cubes

            <!--
            - This is no step.
            -->
            ```
            - nor is this
            ```
            - ana says “Hello – I'm "Ana"”.
            - No order has changed

            # Second
            - No order has changed
            """);

        Assert.Empty(book.Mistakes);
        Assert.Equal([("First", 3), ("Second", 21)], book.Scenarios.Select(scenario => (scenario.Title, scenario.Line)));
        Assert.Equal([8, 9, 18, 19], book.Scenarios[0].Steps.Select(step => step.Line));
        Assert.Equal("Rain jacket (navy, M), 2 x Packing cubes", book.Scenarios[0].Steps[1].Words["items"]);
        Assert.Equal("Hello – I'm \"Ana\"", book.Scenarios[0].Steps[2].Words["text"]);
    }

    [Fact]
    public void A_scenario_that_expects_nothing_is_a_mistake()
    {
        var book = ScenarioReader.Read(
            "story.md", "# It does\n- No order has changed\n\n# It does not\n- Ana is signed in\n- Ana says \"Hello\"");

        Assert.Equal(["story.md:4: \"It does not\" says nothing that must come of it."], book.Mistakes);
    }

    [Fact]
    public void A_step_above_the_first_heading_is_a_mistake() => Assert.Equal(
        ["story.md:1: a step stands above the first heading (\"# What it shows\")."],
        ScenarioReader.Read("story.md", "- Ana is signed in\n# Story\n- No order has changed").Mistakes);

    [Fact]
    public void Two_scenarios_of_one_title_are_a_mistake()
    {
        var folder = Directory.CreateTempSubdirectory("cloudmart-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "a.md"), "# Story\n- No order has changed");
            File.WriteAllText(Path.Combine(folder.FullName, "b.md"), "\n# story\n- No order has changed");

            var book = ScenarioBook.Open(folder.FullName, folder.FullName);

            Assert.Equal(["b.md:2: \"story\" is the title of another scenario already (a.md:1)."], book.Mistakes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
