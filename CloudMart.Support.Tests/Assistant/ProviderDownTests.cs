using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Orders;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static CloudMart.Support.Tests.Fakes.ChatServer;

namespace CloudMart.Support.Tests.Assistant;

/// <summary>The product's own adapters before servers that fail for good: the customer is told, and staff get the conversation.</summary>
public sealed class ProviderDownTests : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _open = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, bool, (int Status, string Code, string Told)> Refusals => new(
        ["OpenAI", "AzureOpenAI", "Assistants"],
        [true, false],
        [
            (503, "", "the provider cannot be used now"),
            (429, "", "the provider cannot be used now"),
            (401, "", "Assistant:ApiKey"),
            (403, "", "Assistant:ApiKey"),
            (404, "DeploymentNotFound", "Assistant:Model"),
            (404, "", "Assistant:Endpoint"),
        ]);

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task The_customer_is_told_staff_get_a_packet_and_the_operator_the_cause(
        string provider, bool streaming, (int Status, string Code, string Told) no)
    {
        var server = await ChatAsync();
        server.Refuses(no.Status, no.Code, "sorry, sk-secret");
        var desk = DeskOf(provider, server.Endpoint, streaming);

        var id = await desk.SayAsync("Where is CM-7890?");
        await desk.SettleAsync();

        AssertHandedOver(desk, id);
        Assert.DoesNotContain("Assistant:", JsonSerializer.Serialize(desk.EventsOf(id).Cast<object>()), StringComparison.Ordinal);
        var line = Assert.Single(desk.Log.Lines, line => line.Level == LogLevel.Error).Message;
        Assert.Contains(no.Told, line, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-secret", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OpenAI", true)]
    [InlineData("OpenAI", false)]
    [InlineData("Assistants", true)]
    [InlineData("Assistants", false)]
    public async Task A_server_that_is_not_there_is_the_same(string provider, bool streaming)
    {
        var desk = DeskOf(provider, new Uri("http://127.0.0.1:9/v1"), streaming);
        var id = await desk.SayAsync("Where is CM-7890?");
        await desk.SettleAsync();
        AssertHandedOver(desk, id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_done_before_a_chat_server_went_away_is_done_once_and_told_to_both(bool streaming)
    {
        var server = await ChatAsync();
        server.Gives(streaming, Calling(0, "a", "cancel_order", """{"orderId":"CM-7890","reason":null}"""), Finish("tool_calls"))
            .Refuses(503, "", "overloaded");
        await AssertDoneOnceAsync(DeskOf("OpenAI", server.Endpoint, streaming));
        Assert.Equal(1 + 1 + Retries, server.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_done_before_an_assistants_server_went_away_is_done_once_and_told_to_both(bool streaming)
    {
        var server = await AssistantsServer.StartAsync(
            _ => AssistantsThought.Calls("cancel_order", """{"orderId":"CM-7890","reason":null}"""), Stop);
        _open.Add(server);
        foreach (var _ in Enumerable.Range(0, 1 + Retries))
        {
            server.Drops(AssistantsCall.Submit);
        }

        await AssertDoneOnceAsync(DeskOf("Assistants", server.Endpoint, streaming));
        Assert.Equal(1 + Retries, server.Count(AssistantsCall.Submit));
    }

    [Fact]
    public async Task Words_that_were_seen_before_the_stream_was_lost_for_good_stay_and_are_marked()
    {
        var server = await ChatAsync();
        server.ClosesAfter(Says("It is "));
        var desk = DeskOf("OpenAI", server.Endpoint, streaming: true);
        var id = await desk.SayAsync("Where is CM-7890?");
        await desk.SettleAsync();
        AssertHandedOver(desk, id);
        Assert.Single(desk.EventsOf(id).OfType<AssistantSaid>(), said => said is { Interrupted: true, Text: "It is " });
    }

    [Fact]
    public async Task A_step_is_asked_for_again_after_a_cut_but_not_once_its_calls_are_logged()
    {
        var server = await ChatAsync();
        var call = Calling(0, "a", "cancel_order", """{"orderId":"CM-7890","reason":null}""");
        server.ClosesAfter(call).ClosesAfter(call, Finish("tool_calls")).ClosesAfter(Says("Do")).Streams(Says("Done."), Finish("stop"));
        var desk = DeskOf("OpenAI", server.Endpoint, streaming: true);
        await desk.Store.AddMissingAsync([CornerShop.Order()], Stop);

        var id = await desk.SayAsync("Cancel order CM-7890");
        await desk.SettleAsync();

        Assert.Equal(4, server.Calls);
        Assert.Single(desk.EventsOf(id).OfType<ToolRequested>());
        Assert.Single(desk.EventsOf(id).OfType<ToolAnswered>(), answered => answered.Changed);
        Assert.Equal("Done.", Assert.Single(desk.EventsOf(id).OfType<AssistantSaid>()).Text);
        Assert.All(server.Asked.Skip(2), asked => Assert.Equal("tool", asked["messages"]!.AsArray()[^1]!["role"]!.GetValue<string>()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in Enumerable.Reverse(_open))
        {
            await open.DisposeAsync();
        }
    }

    private const int Retries = 2;

    private static void AssertHandedOver(Desk desk, string id)
    {
        var facts = desk.EventsOf(id);
        Assert.Contains("can't answer right now", facts.OfType<AssistantSaid>().Last().Text, StringComparison.Ordinal);
        var packet = Assert.Single(facts.OfType<HandedToStaff>());
        Assert.Equal("The assistant can't be reached.", packet.Reason);
        Assert.Contains("Asked: Where is CM-7890?", packet.Summary, StringComparison.Ordinal);
        Assert.Equal((RunStatus.Failed, RunEndReason.ProviderFailed), (Ended(facts).Status, Ended(facts).Reason));
        Assert.Equal((Owner.StaffQueue, false), (desk.StateOf(id).Owner, desk.StateOf(id).OwesAnswer));
    }

    private static async Task AssertDoneOnceAsync(Desk desk)
    {
        await desk.Store.AddMissingAsync([CornerShop.Order()], Stop);
        var id = await desk.SayAsync("Cancel order CM-7890");
        await desk.SettleAsync();

        var facts = desk.EventsOf(id);
        var done = Assert.Single(facts.OfType<ToolAnswered>());
        Assert.True(done.Changed);
        Assert.Equal(OrderStatus.Canceled, (await desk.Store.FindAsync("CM-7890", Stop))!.Status);
        var told = facts.OfType<AssistantSaid>().Last().Text;
        Assert.StartsWith(done.Receipt!.Headline, told, StringComparison.Ordinal);
        Assert.Contains("can't answer right now", told, StringComparison.Ordinal);
        Assert.Contains($"Done: {done.Receipt.Headline}", Assert.Single(facts.OfType<HandedToStaff>()).Summary, StringComparison.Ordinal);
        Assert.Equal(RunEndReason.ProviderFailed, Ended(facts).Reason);
    }

    private static RunEnded Ended(IReadOnlyList<ConversationEvent> facts) => Assert.Single(facts.OfType<RunEnded>());

    private async Task<ChatServer> ChatAsync()
    {
        var server = await ChatServer.StartAsync(Stop);
        _open.Add(server);
        return server;
    }

    private Desk DeskOf(string provider, Uri endpoint, bool streaming)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Assistant:Provider"] = provider,
            ["Assistant:Endpoint"] = endpoint.ToString(),
            ["Assistant:ApiKey"] = "sk-secret",
            ["Assistant:Model"] = "gpt-test",
            ["Assistant:AssistantId"] = "asst_1",
            ["Assistant:Streaming"] = streaming.ToString(),
            ["Assistant:MaxRetries"] = $"{Retries}",
            ["Assistant:RetryPause"] = "00:00:00.001",
            ["Assistant:PollEvery"] = "00:00:00.001",
        }).Build();
        var desk = new Desk(services => services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(configuration)
            .AddAssistantProvider(configuration));
        _open.Add(desk);
        return desk;
    }
}
