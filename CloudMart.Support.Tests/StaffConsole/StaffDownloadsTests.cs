using System.Net;
using System.Text.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Staff;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Tests.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.StaffConsole;

[Trait("Needs", "Server")]
public sealed class StaffDownloadsTests : IAsyncDisposable
{
    private const string Id = "c-1";

    private readonly Portal _portal = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Staff_take_along_tool_calls_and_notes_and_the_customer_takes_neither()
    {
        await BeginAsync();
        using var sam = await Browser.SignedInAsync(_portal, "staff-1");
        using var ana = await Browser.SignedInAsync(_portal, "customer-1");

        var staffs = await sam.ReadAsync($"/staff/{Id}/transcript.md");
        var customers = await ana.ReadAsync($"/support/{Id}/transcript.md");

        Assert.StartsWith("# Cancel my order\n", staffs, StringComparison.Ordinal);
        foreach (var behind in new[] { "cancel\\_order", "CM-7899", "not\\_found", "Sam noted", "A regular.", "Run completed" })
        {
            Assert.Contains(behind, staffs, StringComparison.Ordinal);
            Assert.DoesNotContain(behind, customers, StringComparison.Ordinal);
        }

        Assert.Contains("**Ana**", staffs, StringComparison.Ordinal);
        Assert.Contains("There is no such order.", customers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_json_every_event_is_there_with_its_number_and_nothing_of_what_an_adapter_keeps_for_itself()
    {
        await BeginAsync();
        using var sam = await Browser.SignedInAsync(_portal, "staff-1");

        var text = await sam.ReadAsync($"/staff/{Id}/transcript.json");

        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal((Id, "customer-1"), (json.GetProperty("conversationId").GetString(), json.GetProperty("customerId").GetString()));
        var events = json.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 7), events.Select(each => each.GetProperty("number").GetInt32()));
        Assert.Equal("StaffNoted", events[6].GetProperty("name").GetString());
        Assert.Equal("Cancel my order", events[0].GetProperty("content").GetProperty("text").GetString());
        Assert.DoesNotContain("opaque", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_export_is_a_file_and_stands_in_the_audit_log()
    {
        await BeginAsync();
        using var sam = await Browser.SignedInAsync(_portal, "staff-1");
        foreach (var (path, name) in new[] { ("transcript.md", "c-1-transcript.md"), ("transcript.json", "c-1-transcript.json"), ("scenario.md", "c-1-scenario.md") })
        {
            using var reply = await sam.Client.GetAsync(new Uri($"/staff/{Id}/{path}", UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            Assert.Equal(("attachment", name), (reply.Content.Headers.ContentDisposition!.DispositionType, reply.Content.Headers.ContentDisposition.FileName));
        }

        var audited = (await _portal.Services.GetRequiredService<IStaffAudit>().ListAsync(10, null, Token)).Entries;
        Assert.Equal(
            ["exported as JSON", "exported as Markdown", "exported as a scenario"],
            audited.Where(entry => (entry.StaffId, entry.ConversationId, entry.CustomerId) == ("staff-1", Id, "customer-1")).Select(entry => entry.What).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found_and_not_audited()
    {
        using var sam = await Browser.SignedInAsync(_portal, "staff-1");
        foreach (var path in new[] { "transcript.md", "transcript.json", "scenario.md" })
        {
            using var reply = await sam.Client.GetAsync(new Uri($"/staff/made-up/{path}", UriKind.Relative), Token);
            Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        }

        Assert.Empty((await _portal.Services.GetRequiredService<IStaffAudit>().ListAsync(10, null, Token)).Entries);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    private async Task BeginAsync()
    {
        _ = _portal.CreateClient();
        await _portal.Services.GetRequiredService<IOwedAnswers>().MarkAsync(Id, Desk.Ana.CustomerId, "elsewhere", Token);
        Assert.True(await _portal.Services.GetRequiredService<IConversationLog>().AppendAsync(
            Entries.Entry(
                Id, 1, Entries.Said("Cancel my order"), new RunStarted("run-1", "claim-1"),
                new ToolRequested("run-1", "", [new ToolCall("", "cancel_order", """{"orderId":"CM-7899"}""")], ProviderState: "opaque"),
                new ToolAnswered("run-1", 3, 0, """{"outcome":"not_found"}"""), new AssistantSaid("run-1", "There is no such order.", ProviderState: "opaque"),
                new RunEnded("run-1", RunStatus.Completed), new StaffNoted("staff-1", "Sam", "A regular.")),
            Token));
    }
}
