using CloudMart.Support.Core.Scenarios;
using CloudMart.Support.Core.Scenarios.Text;

namespace CloudMart.Support.Tests.Scenarios;

public sealed class JUnitReportTests
{
    private static readonly Scenario Good = Read("# Good\n- No order has changed");
    private static readonly Scenario Bad = Read("# Bad\n\n- No card is shown");

    [Fact]
    public void Every_run_is_a_case_with_its_file_and_line_and_a_miss_is_a_failure_with_what_was_seen()
    {
        var report = JUnitReport.Of(
        [
            new(Good, TimeSpan.FromSeconds(1.5), 0),
            new(Bad, TimeSpan.FromSeconds(0.25), 0, Bad.Steps[0], "shown: \"a\u0001 card\""),
        ]);

        Assert.Equal(
            """
            <testsuites>
              <testsuite name="scenarios" tests="2" failures="1" time="1.750">
                <testcase name="Good" classname="story" file="qa/story.md" line="1" time="1.500" />
                <testcase name="Bad" classname="story" file="qa/story.md" line="1" time="0.250">
                  <failure message="No card is shown">qa/story.md:3: No card is shown
            seen: shown: "a card"</failure>
                </testcase>
              </testsuite>
            </testsuites>
            """.ReplaceLineEndings(),
            report.ToString().ReplaceLineEndings());
    }

    [Fact]
    public void Runs_of_one_scenario_are_counted()
    {
        var report = JUnitReport.Of([new(Good, TimeSpan.Zero, 0), new(Good, TimeSpan.Zero, 0)]);

        Assert.Equal(["Good (1 of 2)", "Good (2 of 2)"], report.Descendants("testcase").Select(test => test.Attribute("name")!.Value));
    }

    private static Scenario Read(string markdown) => Assert.Single(ScenarioReader.Read("qa/story.md", markdown).Scenarios);
}
