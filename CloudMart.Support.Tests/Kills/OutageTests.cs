using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Kills;

/// <summary>What the server stands on dies beneath it, in the middle of turns, and comes back.</summary>
[Collection(ServerKills.Name)]
[Trait("Needs", "Process")]
public sealed class OutageTests
{
    private const int Outages = 2;

    private static readonly Killings Some = new(Outages, KillSeed.Value);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Needs", "DynamoDB")]
    public async Task A_store_killed_and_restarted_costs_no_message_and_no_effect_and_doubles_none() =>
        Survived(await Some.OfDynamoDbAsync(Stop));

    [Fact]
    public async Task A_chat_server_killed_and_restarted_costs_no_answer_and_doubles_none() => Survived(await Some.OfChatServerAsync(Stop));

    [Fact]
    public async Task Neither_does_a_server_of_the_Assistants_protocol() => Survived(await Some.OfAssistantsServerAsync(Stop));

    private static void Survived(KillReport? report)
    {
        Assert.SkipWhen(report is null, DynamoDbLocal.Missing);
        TestContext.Current.TestOutputHelper!.WriteLine(report.ToString());
        Assert.True(report.IsClean, report.ToString());
        Assert.Equal(Outages, report.Kills);
    }
}
