using System.Globalization;
using System.Xml.Linq;

namespace CloudMart.Support.Core.Scenarios;

/// <summary>Outcomes in the XML that build servers read.</summary>
public static class JUnitReport
{
    private const string Suite = "scenarios";

    public static XDocument Of(IReadOnlyCollection<ScenarioOutcome> outcomes) => new(
        new XElement(
            "testsuites",
            new XElement(
                "testsuite",
                new XAttribute("name", Suite),
                new XAttribute("tests", outcomes.Count),
                new XAttribute("failures", outcomes.Count(outcome => !outcome.Holds)),
                new XAttribute("time", Seconds(outcomes.Aggregate(TimeSpan.Zero, (all, outcome) => all + outcome.Took))),
                outcomes.GroupBy(outcome => outcome.Scenario.Title).SelectMany(Cases))));

    private static IEnumerable<XElement> Cases(IGrouping<string, ScenarioOutcome> runs)
    {
        var count = runs.Count();
        return runs.Select((run, index) => Case(run, count == 1 ? runs.Key : $"{runs.Key} ({index + 1} of {count})"));
    }

    private static XElement Case(ScenarioOutcome run, string name) => new(
        "testcase",
        new XAttribute("name", Clean(name)),
        new XAttribute("classname", Path.GetFileNameWithoutExtension(run.Scenario.File)),
        new XAttribute("file", run.Scenario.File),
        new XAttribute("line", run.Scenario.Line),
        new XAttribute("time", Seconds(run.Took)),
        run.Holds ? null : new XElement("failure", new XAttribute("message", Clean(run.Missed!.Text)), Clean(run.Report)));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>XML can't hold every character that a model can write.</summary>
    private static string Clean(string text) => string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c)));
}
