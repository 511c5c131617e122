using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using static CloudMart.Support.Tests.Fakes.ChatServer;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

/// <summary>Faults that may pass. A chat server keeps nothing, so there is nothing to look up before it is asked again.</summary>
public sealed class ChatTransportTests : ChatDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    public static TheoryData<bool> Modes => [true, false];

    public static MatrixTheoryData<bool, int> Passing => new([true, false], [408, 409, 429, 500, 502, 503, 504, 529]);

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_may_pass_is_tried_again(bool streaming, int status)
    {
        Options.Streaming = streaming;
        Server.Refuses(status, "", "later").Gives(streaming, Says("Hi"), Finish("stop"));
        Assert.Equal("Hi", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.Equal((2, 1), (Server.Calls, Clock.Waits.Count));
    }

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_does_not_pass_is_given_up_after_so_many_tries(bool streaming, int status)
    {
        Options.Streaming = streaming;
        Server.Refuses(status, "", "overloaded");
        var failed = (await Assistant.TakeAsync(Request, Stop)).Failed;
        Assert.Equal(StepFailure.Unavailable, failed.Failure);
        Assert.Equal(($"the provider cannot be used now: HTTP {status}", "overloaded"), (failed.Detail, failed.ServerSays));
        Assert.Equal(1 + Options.MaxRetries, Server.Calls);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_connection_that_breaks_before_the_response_is_made_again(bool streaming)
    {
        Options.Streaming = streaming;
        Server.Then(Reset).Gives(streaming, Says("Hi"), Finish("stop"));
        Assert.Equal("Hi", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.Equal((2, 1), (Server.Calls, Clock.Waits.Count));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"H")]
    public async Task A_connection_that_breaks_within_a_whole_answer_is_made_again(string half)
    {
        Options.Streaming = false;
        Server.Then(context => BeginAsync(context, half, Reset)).Gives(streamed: false, Says("Hi"), Finish("stop"));
        Assert.Equal("Hi", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.Equal(2, Server.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"H")]
    public async Task A_server_that_falls_silent_within_a_whole_answer_is_asked_again(string half)
    {
        Options.Streaming = false;
        Options.SilenceLimit = TimeSpan.FromMilliseconds(300);
        Server.Then(context => BeginAsync(context, half, LoopbackServer.HoldAsync)).Gives(streamed: false, Says("Hi"), Finish("stop"));
        Assert.Equal("Hi", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.Equal(2, Server.Calls);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task A_server_that_is_not_there_is_given_up_after_so_many_tries(bool streaming)
    {
        Options.Streaming = streaming;
        Options.Endpoint = new Uri("http://127.0.0.1:9/v1");
        Assert.Equal(StepFailure.Unavailable, (await Assistant.TakeAsync(Request, Stop)).Failed.Failure);
        Assert.Equal(Options.MaxRetries, Clock.Waits.Count);
    }

    [Theory]
    [InlineData("Retry-After", "7")]
    [InlineData("Retry-After", "Thu, 26 Nov 2026 10:00:07 GMT")]
    [InlineData("retry-after-ms", "7000")]
    public async Task A_server_that_wants_to_be_left_alone_is_in_whatever_way_it_says_so(string header, string value)
    {
        Server.Then(context => RefuseAsync(context, header, value)).Streams(Says("Hi"), Finish("stop"));
        Assert.Equal("Hi", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.Equal([TimeSpan.FromSeconds(7)], Clock.Waits);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("Thu, 26 Nov 2026 09:00:00 GMT")]
    public async Task A_pause_that_makes_no_sense_is_our_own(string value)
    {
        Server.Then(context => RefuseAsync(context, "Retry-After", value)).Streams(Says("Hi"), Finish("stop"));
        Assert.Equal("Hi", (await Assistant.TakeAsync(Request, Stop)).Answered.Text);
        Assert.InRange(Assert.Single(Clock.Waits), Options.RetryPause * 0.75, Options.RetryPause * 1.25);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("99999999999")]
    [InlineData("Thu, 26 Nov 2026 11:00:00 GMT")]
    public async Task No_one_waits_beyond_the_runs_deadline(string value)
    {
        Server.Then(context => RefuseAsync(context, "Retry-After", value));
        Assert.Equal(StepFailure.Unavailable, (await Assistant.TakeAsync(Request, Stop)).Failed.Failure);
        Assert.Equal((1, 0), (Server.Calls, Clock.Waits.Count));
    }

    private static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task BeginAsync(HttpContext context, string half, RequestDelegate then)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(half);
        await context.Response.Body.FlushAsync();
        await then(context);
    }

    private static Task RefuseAsync(HttpContext context, string header, string value)
    {
        context.Response.StatusCode = 429;
        context.Response.Headers.Date = "Thu, 26 Nov 2026 10:00:00 GMT"; // the server's clock is its own
        context.Response.Headers[header] = value;
        return context.Response.WriteAsync("slow down");
    }
}
