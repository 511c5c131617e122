using CloudMart.Support.Core.Scenarios;
using CloudMart.Support.Core.Scenarios.Steps;
using CloudMart.Support.Core.Scenarios.Text;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Tests.Scenarios;

/// <summary>What does not hold is found, and said. That what holds is found to hold, the scenarios themselves prove.</summary>
public sealed class ScenarioRunnerTests
{
    /// <summary>Ana's headphones are canceled by card, and her gift card was part of the payment.</summary>
    private const string Canceled = """
        Ana is signed in
        She has order CM-7890 (pending): Wireless headphones, paid with the gift card $20.00 and Visa
        Ana says "I'd like to cancel CM-7890"
        She confirms
        """;

    /// <summary>A card is open; nothing has happened yet.</summary>
    private const string Asked = """
        Ana is signed in
        She has order CM-7791
        Ana says "Return the packing cubes in CM-7791 to my Visa"
        """;

    private const string Returned = $"{Asked}\nShe confirms";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> FalseClaims => new()
    {
        { Canceled, "cancel_order is called for CM-7885", "called: cancel_order CM-7890" },
        { Canceled, "track_order is called", "called: cancel_order CM-7890" },
        { Canceled, "cancel_order is not called", "called: cancel_order CM-7890" },
        { Canceled, "cancel_order is not called for CM-7890", "called: cancel_order CM-7890" },
        { Canceled, "Only look-ups are called", "called: cancel_order CM-7890" },
        { Canceled, "Nothing is called", "called: cancel_order CM-7890" },
        { Canceled, "A card \"Cancel CM-7890\" is shown", "shown: \"Cancel CM-7890\" (done)" },
        { Canceled, "The card \"Cancel CM-7890\" is declined", "shown: \"Cancel CM-7890\" (done)" },
        { Canceled, "The card \"Cancel CM-1\" is done", "shown: \"Cancel CM-7890\" (done)" },
        { Canceled, "The card says \"$89.00\"", "no card is open" },
        { Canceled, "A receipt \"CM-7885 canceled\" is shown", "shown: \"CM-7890 canceled\"" },
        { Canceled, "A refusal \"CM-7890\" is shown", "shown: \"CM-7890 canceled\"" },
        { Canceled, "No receipt is shown", "shown: \"CM-7890 canceled\"" },
        { Canceled, "2 receipts are shown", "shown: \"CM-7890 canceled\"" },
        { Canceled, "The answer mentions \"a bear\"", "the answer: " },
        { Canceled, "The answer does not mention \"card\"", "the answer: " },
        { Canceled, "\"headphones\" is kept nowhere", "ToolAnswered, event " },
        { Canceled, "The conversation has 2 messages and 1 answer", "it has 1 and 1" },
        { Canceled, "The conversation waits for a person", "it is with Assistant" },
        { Canceled, "CM-7890 is still pending", "it is canceled" },
        { Canceled, "CM-9999 is pending", "the shop has no order CM-9999" },
        { Canceled, "No order has changed", "CM-7890: Canceled; refunded: " },
        { Canceled, "CM-7890 contains \"Wireless headphones (blue, over-ear)\"", "it has Wireless headphones (black, on-ear)" },
        { Canceled, "\"Wireless headphones\" of CM-7890 is to be returned", "nothing is to be returned" },
        { Canceled, "\"Wireless headphones\" of CM-7890 is to be exchanged for \"blue, over-ear\"", "nothing is to be exchanged" },
        { Canceled, "CM-7890 goes to \"5 Oak Road\"", "it goes to 12 Elm Street" },
        { Canceled, "The default address is \"5 Oak Road\"", "it is 12 Elm Street" },
        { Canceled, "CM-7890 is paid with Visa", "it is paid with Gift card ending in 8831 and Visa ending in 4242" },
        { Canceled, "$79.00 goes back to Visa", "$20.00 goes back to Gift card ending in 8831; $59.00 goes back to Visa ending in 4242" },
        { Canceled, "$59.00 goes back to PayPal", "$20.00 goes back to Gift card ending in 8831; $59.00 goes back to Visa ending in 4242" },
        { Canceled, "$1.00 is charged to Visa", "$20.00 goes back to Gift card ending in 8831; $59.00 goes back to Visa ending in 4242" },
        { Canceled, "No money moves", "$20.00 goes back to Gift card ending in 8831; $59.00 goes back to Visa ending in 4242" },
        { Canceled, "The gift card holds $25.00", "it holds $45.00" },
        { Asked, "No card is shown", "shown: \"Return 1 item of CM-7791\" (open)" },
        { Asked, "The card says \"$171.00\"", "open: Return 1 item of CM-7791; Packing cubes: set of 4, $32.00" },
        { Asked, "A receipt \"CM-7791\" is shown", "no receipt is shown" },
        { Asked, "She confirms \"Cancel CM-7791\"", "no card of that title was shown; shown: \"Return 1 item of CM-7791\" (open)" },
        { Asked, "She says \"yes\" in the second tab", "there is no second tab yet" },
        { Asked, "Staff approve it", "nothing waits for approval" },
        { Asked, "Refunds above $1 need approval", "this has to stand above the first step in which something happens" },
        { Returned, "\"Packing cubes and Rain jacket\" of CM-7791 is to be returned", "to be returned: Packing cubes (set of 4)" },
        { Returned, "\"Rain jacket\" of CM-7791 is to be returned", "to be returned: Packing cubes (set of 4)" },
        { "Ana is signed in", "Ben says \"Hello\"", "Ben is not signed in" },
        { "Refunds above $1 need approval", "She says \"Hello\"", "nobody is signed in" },
        { "Ana is signed in", "She sends it again", "Ana has said nothing yet" },
        { "Ana is signed in", "She presses Stop", "there is no conversation yet" },
        { "Ana is signed in", "She confirms", "no card was shown" },
        { "Ana is signed in", "She has order CM-1, paid with Amex", "Ana has no payment method \"Amex\"" },
        { "Ana is signed in\nAna says \"I want to talk to a human\"", "The conversation is with the assistant", "it is with StaffQueue" },
    };

    [Theory]
    [MemberData(nameof(FalseClaims))]
    public async Task A_false_claim_is_missed_and_what_is_to_be_seen_is_said(string story, string claim, string seen)
    {
        var outcome = await PlayAsync($"{story}\n{claim}\nNo card is shown");

        Assert.Equal(claim, outcome.Missed?.Text);
        Assert.StartsWith(seen, outcome.Seen, StringComparison.Ordinal);
        Assert.StartsWith($"story.md:{story.Split('\n').Length + 2}: {claim}", outcome.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_claim_that_can_be_made_is_tried_as_a_false_one()
    {
        var tried = FalseClaims.Select(row => StepPhrases.Read(row.Data.Item2)!.Value.Phrase.Form).ToHashSet();

        Assert.All(StepPhrases.All.Where(phrase => phrase.Kind == StepKind.Must), phrase => Assert.Contains(phrase.Form, tried));
    }

    [Fact]
    public async Task A_live_model_is_not_held_to_its_words_but_to_its_calls_and_to_what_comes_of_them()
    {
        await using var server = await ChatServer.StartAsync(Stop);
        var call = ChatServer.Calling(0, "call_1", "cancel_order", """{"orderId":"CM-7890","reason":null}""");
        server.Streams(call, ChatServer.Finish("tool_calls")).Streams(ChatServer.Says("Quack."), ChatServer.Finish("stop"));
        var live = Settings(
            ("Assistant:Provider", "OpenAI"), ("Assistant:Endpoint", $"{server.Endpoint}"), ("Assistant:Model", "gpt-test"));

        var outcome = await PlayAsync(
            """
            Ana is signed in
            She has order CM-7890
            Ana says "Cancel order CM-7890"
            The answer mentions "$129.00"
            cancel_order is called for CM-7890
            CM-7890 is canceled
            track_order is called
            """,
            live);

        Assert.Equal(("track_order is called", 1), (outcome.Missed?.Text, outcome.PassedOver));
        Assert.Equal(2, server.Calls);
    }

    [Fact]
    public async Task A_wrong_setting_is_no_outcome_of_a_scenario() => await Assert.ThrowsAsync<OptionsValidationException>(
        () => PlayAsync("Ana is signed in\nAna says \"Hello\"\nNo order has changed", Settings(("Assistant:Provider", "AzureOpenAI"))));

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
        .Build();

    private static Task<ScenarioOutcome> PlayAsync(string steps, IConfiguration? settings = null)
    {
        var items = steps.ReplaceLineEndings("\n").Replace("\n", "\n- ", StringComparison.Ordinal);
        var book = ScenarioReader.Read("story.md", $"# Story\n- {items}");
        Assert.Empty(book.Mistakes);
        return new ScenarioRunner(settings ?? Settings()).PlayAsync(Assert.Single(book.Scenarios), Stop);
    }
}
