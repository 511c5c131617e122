using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.ChatServer;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

public sealed class ChatRequestTests : ChatDesk
{
    [Fact]
    public async Task The_tokens_are_bounded_in_the_newer_way_and_no_temperature_is_sent()
    {
        var asked = await AskAsync(Request(Customer(1, "Hi")));
        Assert.Equal(1024, asked["max_completion_tokens"]!.GetValue<int>());
        Assert.False(asked.ContainsKey("max_tokens"));
        Assert.False(asked.ContainsKey("temperature"));
        Assert.True(asked["stream"]!.GetValue<bool>());
        Assert.Equal("gpt-test", asked["model"]!.GetValue<string>());
    }

    [Fact]
    public async Task Tools_are_strict_and_left_out_where_none_may_be_used()
    {
        var request = Request(Customer(1, "Hi"));
        var function = (await AskAsync(request))["tools"]![0]!["function"]!;
        Assert.True(function["strict"]!.GetValue<bool>());
        Assert.False(function["parameters"]!["additionalProperties"]!.GetValue<bool>());
        Assert.False((await AskAsync(request with { Tools = [] })).ContainsKey("tools"));
    }

    [Fact]
    public async Task The_thread_is_sent_whole_with_every_call_before_its_output()
    {
        var asked = await AskAsync(Request(
            Customer(1, "Where is CM-1?"),
            Round(3, (new ToolCall("call-a", "get_order", """{"orderId":"CM-1"}"""), "shipped")),
            new AssistantMessage(5, "It is on its way", Interrupted: true),
            Customer(6, "And CM-2?")));
        var messages = asked["messages"]!.AsArray();
        Assert.Equal(["system", "user", "assistant", "tool", "assistant", "user"], messages.Select(message => Text(message, "role")));
        Assert.Contains("Ana", Text(messages[0], "content"));
        Assert.DoesNotContain("Diaz", Text(messages[0], "content"));
        Assert.Equal("call-a", Text(messages[2]!["tool_calls"]![0], "id"));
        Assert.Equal(("call-a", "shipped"), (Text(messages[3], "tool_call_id"), Text(messages[3], "content")));
        Assert.Equal("It is on its way\n\n[interrupted here]", Text(messages[4], "content"));
    }

    [Fact]
    public async Task Empty_and_repeated_ids_are_told_apart_and_each_output_stays_with_its_call()
    {
        var asked = await AskAsync(Request(
            Customer(1, "All three"),
            Round(3, (Call("same", "1"), "one"), (Call("same", "2"), "two"), (Call("", "3"), "three")),
            Round(7, (Call("same", "4"), "four"))));
        var messages = asked["messages"]!.AsArray();
        var calls = messages.SelectMany(message => message!["tool_calls"]?.AsArray() ?? []).ToDictionary(
            call => Text(call, "id"), call => Text(call!["function"], "arguments"));
        Assert.Equal(4, calls.Count);
        var outputs = messages.Where(message => Text(message, "role") == "tool");
        Assert.Equal(
            [("""{"orderId":"1"}""", "one"), ("""{"orderId":"2"}""", "two"), ("""{"orderId":"3"}""", "three"), ("""{"orderId":"4"}""", "four")],
            outputs.Select(output => (calls[Text(output, "tool_call_id")], Text(output, "content"))));
    }

    [Fact]
    public async Task Arguments_that_are_no_json_object_are_not_sent_back()
    {
        var asked = await AskAsync(Request(Customer(1, "Hi"), Round(3, (new ToolCall("a", "get_order", "{\"orderId\": CM"), "bad arguments"))));
        Assert.Equal("{}", Text(asked["messages"]![2]!["tool_calls"]![0]!["function"], "arguments"));
    }

    [Fact]
    public async Task Azure_is_asked_by_deployment_and_key_with_the_newer_bound_too()
    {
        Options.Provider = AssistantProvider.AzureOpenAI;
        Options.Endpoint = new Uri(Server.Endpoint, "/");
        Options.Model = "our-deployment";
        var asked = await AskAsync(Request(Customer(1, "Hi")));
        Assert.True(asked.ContainsKey("max_completion_tokens"));
        var (path, key) = Assert.Single(Server.Callers);
        Assert.StartsWith("/openai/deployments/our-deployment/chat/completions?api-version=", path, StringComparison.Ordinal);
        Assert.Equal("sk-secret", key);
    }

    [Fact]
    public async Task A_server_without_keys_is_asked_without_one()
    {
        Options.ApiKey = null;
        await AskAsync(Request(Customer(1, "Hi")));
        Assert.Equal(("/v1/chat/completions", "Bearer none"), Assert.Single(Server.Callers));
    }

    private static ToolCall Call(string id, string orderId) => new(id, "get_order", $$"""{"orderId":"{{orderId}}"}""");

    private static string Text(JsonNode? node, string name) => node![name]!.GetValue<string>();

    private async Task<JsonObject> AskAsync(AssistantRequest request)
    {
        Server.Streams(Says("Hello"), Finish("stop"));
        Assert.Equal("Hello", (await Assistant.TakeAsync(request, Stop)).Answered.Text);
        return Server.Asked.Last();
    }
}
