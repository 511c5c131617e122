using System.Text.Json.Nodes;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using static CloudMart.Support.Tests.Fakes.AssistantsThought;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.AssistantsApi;

/// <summary>Each call of the protocol under each fault of the transport, streaming and not.</summary>
public sealed class RemoteTransportTests : AssistantsDesk
{
    private const int Lost = 0;

    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    public static MatrixTheoryData<bool, int, AssistantsCall> Passing => new(
        [true, false],
        [Lost, 408, 409, 429, 500, 502, 503, 504],
        [AssistantsCall.CreateThread, AssistantsCall.CreateRun, AssistantsCall.Submit, AssistantsCall.GetRun, AssistantsCall.ListMessages]);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_may_pass_is_tried_again_and_nothing_is_done_twice(bool streaming, int status, AssistantsCall call)
    {
        Options.Streaming = streaming;
        Thinks(Calls("get_order", "{}"), Says("On its way."));
        Fail(call, status);
        var asked = (await Assistant.TakeAsync(Request, Stop)).Asked;
        var step = await Assistant.TakeAsync(Request.After(asked, "shipped"), Stop);
        Assert.Equal(("On its way.", "On its way."), (step.Answered.Text, step.Shown));
        Assert.Equal(["completed"], Server.RunStatuses);
        Assert.Single(Server.Messages, ("user", "Where is CM-1?"));
    }

    public static MatrixTheoryData<AssistantsCall, (int Status, string Code, string Setting)> Wrong => new(
        [AssistantsCall.CreateThread, AssistantsCall.CreateRun, AssistantsCall.Submit, AssistantsCall.GetRun, AssistantsCall.ListMessages],
        [(401, "invalid_api_key", "Assistant:ApiKey"), (403, "", "Assistant:ApiKey"), (429, "insufficient_quota", "Assistant:ApiKey")]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_no_retry_mends_names_the_setting_at_once(
        AssistantsCall call, (int Status, string Code, string Setting) no)
    {
        Options.Streaming = false;
        Thinks(Calls("get_order", "{}"), Says("On its way."));
        var request = Request;
        if (call is AssistantsCall.Submit)
        {
            request = Request.After((await Assistant.TakeAsync(Request, Stop)).Asked, "shipped");
        }

        Refuse(call, no.Status, no.Code, null);
        var failed = (await Assistant.TakeAsync(request, Stop)).Failed;
        Assert.Equal(StepFailure.Misconfigured, failed.Failure);
        Assert.StartsWith(no.Setting, failed.Detail, StringComparison.Ordinal);
        Assert.Equal(1, Server.Count(call));
    }

    [Fact]
    public async Task A_model_that_is_not_known_there_is_named()
    {
        Refuse(AssistantsCall.CreateRun, 404, "model_not_found", null);
        Assert.StartsWith("Assistant:Model", (await Assistant.TakeAsync(Request, Stop)).Failed.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AssistantsCall.CreateThread)]
    [InlineData(AssistantsCall.CreateRun)]
    [InlineData(AssistantsCall.Submit)]
    [InlineData(AssistantsCall.GetRun)]
    [InlineData(AssistantsCall.ListMessages)]
    [InlineData(AssistantsCall.ListRuns)]
    public async Task No_one_waits_beyond_the_runs_deadline(AssistantsCall call)
    {
        Options.Streaming = false;
        Thinks(Calls("get_order", "{}"), Says("On its way."));
        var request = call is AssistantsCall.Submit ? Request.After((await Assistant.TakeAsync(Request, Stop)).Asked, "shipped") : Request;
        if (call is AssistantsCall.ListRuns)
        {
            Server.LosesReplyOf(AssistantsCall.CreateRun); // so that there is a look
        }

        Refuse(call, 429, "", "3600");
        var failed = (await Assistant.TakeAsync(request, Stop)).Failed;
        Assert.Equal((StepFailure.Unavailable, 1), (failed.Failure, Server.Count(call)));
    }

    [Fact]
    public async Task Nor_to_cancel_a_run_longer_than_it_may_take_to_end()
    {
        Thinks(Calls("get_order", "{}"));
        var held = (await Assistant.TakeAsync(Request, Stop)).Asked.ProviderState!;
        Refuse(AssistantsCall.Cancel, 429, "", "3600");
        await Assistant.AbandonAsync(new("c-1", "r-1", held, null), Stop);
        Assert.Equal(1, Server.Count(AssistantsCall.Cancel));
        var line = Assert.Single(Log.Lines).Message;
        Assert.Contains("could not be cancelled for conversation c-1, run r-1", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looks_that_fail_now_and_then_do_not_end_a_run_that_gets_on()
    {
        Options.Streaming = false;
        Server.Habits.LooksUntilDecided = 2 * Options.MaxRetries;
        Thinks(Says("On its way."));
        for (var faults = 0; faults < 2 * Options.MaxRetries; faults++)
        {
            Server.Next(AssistantsCall.GetRun, (_, act) => act());
            Fail(AssistantsCall.GetRun, faults % 2 == 0 ? 503 : Lost);
        }

        Assert.Equal("On its way.", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
    }

    private void Fail(AssistantsCall call, int status) => _ = status == Lost ? Server.Drops(call) : Server.Refuses(call, status, "later");

    private void Refuse(AssistantsCall call, int status, string code, string? retryAfter) => Server.Next(call, (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(
            new JsonObject { ["error"] = new JsonObject { ["message"] = "no", ["code"] = code.Length > 0 ? code : null } }.ToJsonString());
    });
}
