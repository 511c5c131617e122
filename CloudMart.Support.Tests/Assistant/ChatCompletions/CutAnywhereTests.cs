using System.Text;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using static CloudMart.Support.Tests.Fakes.ChatServer;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

/// <summary>An answer that is cut after any of its bytes is asked for again unless it was finished; no word is doubled or lost.</summary>
public sealed class CutAnywhereTests : ChatDesk
{
    private static readonly string Words = Stream(
        """{"choices":[{"delta":{"content":"Ça va, "}}]}""",
        """{"choices":[{"delta":{"content":"on its way 📦"}}]}""",
        """{"choices":[{"delta":{},"finish_reason":"stop"}]}""",
        """{"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}""");

    private static readonly string Calls = Stream(
        """{"choices":[{"delta":{"content":"Let me see."}}]}""",
        """{"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"get_order","arguments":""}}]}}]}""",
        """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"orderId\":"}}]}}]}""",
        """{"choices":[{"delta":{"tool_calls":[{"index":1,"id":"b","function":{"name":"list_orders","arguments":"{}"}}]}}]}""",
        """{"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"CM-1\"}"}}]}}]}""",
        """{"choices":[{"delta":{},"finish_reason":"tool_calls"}]}""");

    private static readonly string Whole = WholeCompletion.Of(Says("Ça va, on its way 📦"), Finish("stop"));

    private byte[] _body = [];
    private int _cut;
    private int _asked = -1;
    private bool _reset;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Words_that_are_streamed(bool reset) => CutAsync(Words, reset, step =>
    {
        Assert.Equal("Ça va, on its way 📦", step.Answered.Text);
        Assert.Equal(step.Shown, step.Answered.Text);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Calls_that_are_streamed(bool reset) => CutAsync(Calls, reset, step =>
    {
        Assert.Equal(("Let me see.", "Let me see."), (step.Shown, step.Asked.Text));
        Assert.Equal([new ToolCall("a", "get_order", """{"orderId":"CM-1"}"""), new ToolCall("b", "list_orders", "{}")], step.Asked.Calls);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task An_answer_that_comes_whole(bool reset) => CutAsync(Whole, reset, step =>
    {
        Assert.Equal("Ça va, on its way 📦", step.Answered.Text);
        Assert.Equal((step.Shown, 0), (step.Answered.Text, step.Restarts));
    });

    private static string Stream(params string[] chunks) => string.Concat(chunks.Append("[DONE]").Select(chunk => $"data: {chunk}\n\n"));

    /// <summary>After a reset it is up to the network how much arrives of what was sent, so there only the outcome is certain.</summary>
    private async Task CutAsync(string body, bool reset, Action<TakenStep> assert)
    {
        (_body, _reset, Options.Streaming) = (Encoding.UTF8.GetBytes(body), reset, body != Whole);
        Options.RetryPause = TimeSpan.Zero;
        Server.Then(AnswerAsync);
        for (_cut = 0; _cut <= _body.Length; _cut += reset ? 5 : 1)
        {
            var before = Server.Calls;
            assert(await Assistant.TakeAsync(Steps.Request(Customer(1, "Where is CM-1?")), Stop));
            if (!reset)
            {
                Assert.Equal(IsFinished(body) ? 1 : 2, Server.Calls - before);
            }
        }
    }

    private bool IsFinished(string body)
    {
        var arrived = Encoding.UTF8.GetString(_body.AsSpan(0, _cut));
        var finish = arrived.IndexOf("finish_reason", StringComparison.Ordinal);
        return body == Whole ? _cut == _body.Length : finish >= 0 && arrived.IndexOf("\n\n", finish, StringComparison.Ordinal) >= 0;
    }

    /// <summary>The first call of a step is cut, the second is not.</summary>
    private async Task AnswerAsync(HttpContext context)
    {
        var isFirst = Interlocked.Exchange(ref _asked, _cut) != _cut;
        context.Response.ContentType = Options.Streaming ? "text/event-stream" : "application/json";
        await context.Response.Body.WriteAsync(_body.AsMemory(0, isFirst ? _cut : _body.Length));
        await context.Response.Body.FlushAsync();
        if (isFirst && _reset)
        {
            context.Abort();
        }
    }
}
