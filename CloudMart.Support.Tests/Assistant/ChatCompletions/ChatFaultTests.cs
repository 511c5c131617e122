using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using static CloudMart.Support.Tests.Fakes.ChatServer;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

public sealed class ChatFaultTests : ChatDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory]
    [InlineData(401, "invalid_api_key", "Assistant:ApiKey")]
    [InlineData(403, "", "Assistant:ApiKey")]
    [InlineData(404, "DeploymentNotFound", "Assistant:Model")]
    [InlineData(404, "model_not_found", "Assistant:Model")]
    [InlineData(404, "", "Assistant:Model or Assistant:Endpoint")]
    [InlineData(429, "insufficient_quota", "Assistant:ApiKey")]
    [InlineData(403, "model_not_found", "Assistant:Model")]
    [InlineData(400, "context_length_exceeded", "Assistant:MaxThreadLength")]
    [InlineData(400, "invalid_value", "Assistant:Model")]
    public async Task What_no_retry_mends_names_the_setting_at_once(int status, string code, string setting)
    {
        Server.Refuses(status, code, "no, sk-secret is wrong");
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.Equal(StepFailure.Misconfigured, failed.Failure);
        Assert.StartsWith(setting, failed.Detail, StringComparison.Ordinal);
        Assert.Equal("no, *** is wrong", failed.ServerSays);
        Assert.Equal(1, Server.Calls);
    }

    [Theory]
    [InlineData("invalid: [{'input': {'content': 'Where is CM-1?'}}]", "", 400)]
    [InlineData("no", "Where is CM-1?", 400)]
    [InlineData("cannot serve 'Where is CM-1?'", "", 503)]
    public async Task What_a_server_repeats_of_the_customers_words_is_not_for_the_log(string message, string code, int status)
    {
        Server.Refuses(status, code, message);
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.DoesNotContain("CM-1", failed.Detail);
        Assert.Equal(message, failed.ServerSays);
    }

    [Theory]
    [InlineData(true, "content_filter")]
    [InlineData(false, "content_filter")]
    [InlineData(true, "invalid_prompt")]
    public async Task A_prompt_that_the_filter_blocks_is_declined_and_not_sent_again(bool streaming, string code)
    {
        Options.Streaming = streaming;
        Server.Then(async context =>
        {
            context.Response.StatusCode = 400;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($$$$"""
                {"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
                 "type":null,"param":"prompt","code":"{{{{code}}}}","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation",
                 "content_filter_result":{"jailbreak":{"filtered":true,"detected":true}}
                 }}}
                """);
        });
        Assert.Equal(StepFailure.Declined, (await Assistant.TakeAsync(Request, Stop)).Failed.Failure);
        Assert.Equal(1, Server.Calls);
    }

    [Theory]
    [InlineData("""{"error":{"message":"blocked","code":"content_filter"}}""", StepFailure.Declined)]
    [InlineData("""{"error":{"message":"wrong key","code":401}}""", StepFailure.Misconfigured)]
    public async Task An_error_within_an_answer_is_taken_as_what_it_says(string error, StepFailure failure)
    {
        Server.Streams(Says("Half an "), error);
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.Equal((failure, "Half an "), (failed.Failure, failed.Text));
        Assert.Equal(1, Server.Calls);
    }

    [Fact]
    public async Task A_page_instead_of_json_points_at_the_endpoint()
    {
        Server.Then(async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.Body.WriteAsync("<html>welcome</html>"u8.ToArray());
        });
        Assert.Contains("Assistant:Endpoint", (await Assistant.TakeAsync(Request, Stop)).Failed.Detail);
    }

    [Fact]
    public async Task An_identity_that_cannot_sign_in_names_the_setting()
    {
        const string sources = "AZURE_TOKEN_CREDENTIALS"; // only the environment is asked, which has nothing; the others would take seconds
        Environment.SetEnvironmentVariable(sources, "EnvironmentCredential");
        try
        {
            Options.Provider = AssistantProvider.AzureOpenAI;
            Options.Auth = AssistantAuth.Entra;
            Options.Endpoint = new Uri("https://shop.invalid");
            var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
            Assert.Equal(StepFailure.Misconfigured, failed.Failure);
            Assert.StartsWith("Assistant:Auth", failed.Detail, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(sources, null);
        }
    }

    public static TheoryData<string> Breaks => ["reset", "closed", "silent", "no json", "error"];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_stream_that_breaks_before_a_word_is_asked_for_again_without_a_trace(string how)
    {
        Break(how).Streams(Says("All "), Says("of it"), Finish("stop"));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(("All of it", 0), (step.Shown, step.Restarts));
    }

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task A_stream_that_breaks_after_words_begins_anew_and_doubles_none(string how)
    {
        Break(how, Says("All ")).Streams(Says("All "), Says("of it"), Finish("stop"));
        var step = await Assistant.TakeAsync(Request, Stop, _read);
        Assert.Equal(("All of it", 1), (step.Shown, step.Restarts));
        Assert.Equal(step.Shown, step.Answered.Text);
    }

    [Fact]
    public async Task A_stream_that_always_breaks_is_given_up_and_its_words_are_kept()
    {
        Server.ClosesAfter(Says("All "));
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal((StepFailure.Unavailable, "All "), (step.Failed.Failure, step.Failed.Text));
        Assert.Equal("All ", step.Shown);
        Assert.Equal(1 + Options.MaxRetries, Server.Calls);
    }

    [Fact]
    public async Task A_reset_after_the_answer_was_finished_breaks_nothing()
    {
        Server.BreaksAfter(_read.Task, Says("Hi"), Finish("stop"));
        var step = await Assistant.TakeAsync(Request, Stop, _read);
        Assert.Equal(("Hi", 0, 1), (step.Answered.Text, step.Restarts, Server.Calls));
    }

    [Theory]
    [InlineData("{\"choices\":[{")]
    [InlineData("""{"error":{"message":"too late"}}""")]
    public async Task What_follows_a_finished_answer_breaks_nothing(string junk)
    {
        Server.Streams(Says("Hi"), Finish("stop"), junk);
        var step = await Assistant.TakeAsync(Request, Stop);
        Assert.Equal(("Hi", 0, 1), (step.Answered.Text, step.Restarts, Server.Calls));
    }

    private ChatServer Break(string how, params string[] said)
    {
        Options.SilenceLimit = how == "silent" ? TimeSpan.FromMilliseconds(200) : Options.SilenceLimit;
        return how switch
        {
            "reset" => Server.BreaksAfter(said.Length == 0 ? Task.CompletedTask : _read.Task, [.. said, ""]),
            "closed" => Server.ClosesAfter(said),
            "silent" => Server.FallsSilentAfter(said),
            "no json" => Server.Streams([.. said, "{\"choices\":[{"]),
            _ => Server.Streams([.. said, """{"error":{"message":"The server had an error","code":500}}"""]),
        };
    }
}
