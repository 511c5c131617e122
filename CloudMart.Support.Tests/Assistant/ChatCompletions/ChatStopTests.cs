using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using static CloudMart.Support.Tests.Fakes.ChatServer;
using static CloudMart.Support.Tests.Fakes.Steps;

namespace CloudMart.Support.Tests.Assistant.ChatCompletions;

/// <summary>A chat server is told to stop by nothing but a connection that is closed: whatever it goes on writing costs.</summary>
public sealed class ChatStopTests : ChatDesk
{
    private static readonly AssistantRequest Request = Steps.Request(Customer(1, "Where is CM-1?"));

    /// <summary>More than fits between two who don't read: once it is sent, the answer is being read.</summary>
    private static readonly string Blank = new(' ', 8 * 1024 * 1024);

    /// <summary>Well below <see cref="AssistantOptions.SilenceLimit"/>, after which a step would end by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static TheoryData<bool> Modes => [true, false];

    [Fact]
    public async Task A_stop_in_mid_stream_ends_the_step_at_once_and_leaves_the_server()
    {
        Server.Then(context => BeginAsync(context, "text/event-stream", $"data: {Says("All ")}\n\n"));
        await AssertStopsAsync(_read.Task);
    }

    [Fact]
    public async Task So_does_one_within_a_whole_answer()
    {
        Options.Streaming = false;
        Server.Then(context => BeginAsync(context, "application/json", $"{Blank}{{\"choices\":[{{\"message\":{{\"content\":\"H"));
        await AssertStopsAsync(_asked.Task);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task So_does_one_before_the_server_has_said_anything(bool streaming)
    {
        Options.Streaming = streaming;
        Server.Then(HoldAsync);
        await AssertStopsAsync(_asked.Task);
    }

    [Fact]
    public async Task Who_wants_no_more_words_leaves_it_as_well()
    {
        Server.Then(context => BeginAsync(context, "text/event-stream", $"data: {Says("All ")}\n\n"));
        await foreach (var piece in Assistant.NextStepAsync(Request, Stop))
        {
            Assert.Equal(new TextPiece("All "), piece);
            break;
        }

        await _left.Task.WaitAsync(Patience, Stop);
    }

    private async Task AssertStopsAsync(Task reached)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var step = Assistant.TakeAsync(Request, stop.Token, _read);
        await reached.WaitAsync(Patience, Stop);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => step.WaitAsync(Patience, Stop));
        await _left.Task.WaitAsync(Patience, Stop);
        Assert.Equal((1, 0), (Server.Calls, Clock.Waits.Count));
    }

    private async Task BeginAsync(HttpContext context, string type, string half)
    {
        context.Response.ContentType = type;
        await context.Response.WriteAsync(half);
        await context.Response.Body.FlushAsync();
        await HoldAsync(context);
    }

    private async Task HoldAsync(HttpContext context)
    {
        _asked.SetResult();
        await LoopbackServer.HoldAsync(context);
        _left.SetResult();
    }
}
