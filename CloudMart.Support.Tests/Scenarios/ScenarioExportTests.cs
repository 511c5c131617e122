using CloudMart.Support.Core.Assistant.Consent;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Scenarios;
using CloudMart.Support.Core.Scenarios.Stage;
using CloudMart.Support.Core.Scenarios.Text;
using CloudMart.Support.Core.Scenarios.Writing;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Core.Staff.Exports;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Scenarios;

/// <summary>A conversation of the embedded assistant, written down as a scenario, is played again and everything in it holds.</summary>
public sealed class ScenarioExportTests
{
    /// <summary>
    /// What a log does not tell: servers, clocks and warehouses that had a mind of their own, several conversations at once, and which items
    /// an order had before they were changed.
    /// </summary>
    private static readonly string[] NotOfTheLog =
    [
        "begins a new conversation", "the assistant's server is away", "the assistant takes its time", "Meanwhile", "presses Stop", "second tab",
        "the server is restarted", "has a gift card with", "is kept nowhere", "Ben ", "sends it again", "the blue headphones",
    ];

    private static readonly ScenarioBook Book = ScenarioBook.Open(
        Path.Combine(RepositoryRoot.Find()!.FullName, "CloudMart.Support.Tests", "Scenarios"), RepositoryRoot.Find()!.FullName);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Titles =>
    [
        .. Book.Scenarios
            .Where(scenario => !scenario.Steps.Any(step => NotOfTheLog.Any(words => step.Text.Contains(words, StringComparison.OrdinalIgnoreCase))))
            .Select(scenario => scenario.Title),
    ];

    [Fact]
    public void Most_of_our_own_scenarios_are_tried() => Assert.True(Titles.Count >= 25, $"Only {Titles.Count} are.");

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task What_was_played_once_and_written_down_holds_when_it_is_played_again(string title)
    {
        await using var stage = new ScenarioStage(Settings());
        foreach (var step in Book.Scenarios.Single(scenario => scenario.Title == title).Steps)
        {
            Assert.Null(await step.Phrase.Act(stage, step.Words, Stop));
        }

        var written = await WriteAsync(stage);

        var again = ScenarioReader.Read("export.md", written);
        Assert.Empty(again.Mistakes);
        var outcome = await new ScenarioRunner(Settings()).PlayAsync(Assert.Single(again.Scenarios), Stop);
        Assert.True(outcome.Holds, $"{outcome.Report}\n{written}");
    }

    [Fact]
    public async Task It_says_who_wrote_and_pressed_what_and_what_must_have_come_of_it()
    {
        await using var stage = new ScenarioStage(Settings());
        string[] story = ["Ana is signed in", "She has order CM-7890", "Ana says \"I'd like to cancel CM-7890\"", "16 minutes pass", "She says \"Cancel order CM-7890\""];
        foreach (var step in Assert.Single(ScenarioReader.Read("s.md", $"# S\n{string.Join('\n', story.Select(each => $"- {each}"))}\n- No money moves").Scenarios).Steps[..^1])
        {
            Assert.Null(await step.Phrase.Act(stage, step.Words, Stop));
        }

        Assert.Equal(
            [
                "- Ana is signed in", "- She has order CM-7890", "- Ana says \"I'd like to cancel CM-7890\"", "- cancel_order is called for CM-7890",
                "- A card \"Cancel CM-7890\" is shown", "- 16 minutes pass", "- She says \"Cancel order CM-7890\"", "- A receipt \"CM-7890 canceled\" is shown",
                "- CM-7890 is canceled", "- The conversation has 2 messages and 2 answers",
            ],
            (await WriteAsync(stage)).Split('\n').Where(line => line.StartsWith('-')));
    }

    [Fact]
    public void What_a_person_did_is_not_played_and_whatever_was_typed_is_one_step()
    {
        var known = CornerShop.Conversation(
            Entries.Said("Hello\n# not a heading\n- not a step <!-- nor a comment -->"), new RunStarted("run-1", "claim-1"), new AssistantSaid("run-1", "Hi."),
            new RunEnded("run-1", RunStatus.Completed), new StaffJoined("staff-1", "Sam"), Entries.Said("Are you there?"));

        var text = ScenarioText.Of(known, ["Ana is signed in"], ["CM-1 is canceled"]);

        var scenario = Assert.Single(ScenarioReader.Read("export.md", text).Scenarios);
        Assert.Equal(
            ["Ana is signed in", "Ana says \"Hello # not a heading - not a step < !-- nor a comment -->\"", "No order has changed", "The conversation has 1 message and 1 answer"],
            scenario.Steps.Select(step => step.Text));
        Assert.Contains("From here on a person answered", text, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(ScenarioStage stage)
    {
        var server = await stage.ServerAsync(Stop);
        var exports = new StaffExports(server.Get<StaffConversations>(), server.Get<IStaffAudit>(), stage.Clock, new RandomIds());
        var export = new ScenarioExport(
            exports, server.Get<StaffOrders>(), server.Get<IOptions<ConsentOptions>>(), server.Get<IOptions<ApprovalOptions>>(), stage.Clock);
        return (await export.WriteAsync(StaffBrowser.Sam, stage.Visitor.ConversationId!, Stop))!;
    }

    private static IConfiguration Settings() => new ConfigurationBuilder().Build();

    private sealed class RandomIds : Core.IIdSource
    {
        public string NewId() => $"{Guid.NewGuid():N}";
    }
}
