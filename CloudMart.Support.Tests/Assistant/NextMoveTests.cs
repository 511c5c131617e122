using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Conversations;

namespace CloudMart.Support.Tests.Assistant;

/// <summary>Every bound of a run, decided from its state alone: a worker that takes it up later may have other options.</summary>
public sealed class NextMoveTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly RunOptions Options = new() { MaxSteps = 3, MaxTokensPerConversation = 1_000 };
    private static readonly LiveRun Run = new("run-1", "claim-1", 2, Noon);

    [Fact]
    public void Within_all_of_them_it_thinks_on_and_on_the_last_step_without_tools()
    {
        Assert.Equal(new ThinkOn(LastStep: false), Of(Run with { Rounds = 1 }));
        Assert.Equal(new ThinkOn(LastStep: true), Of(Run with { Rounds = 2 }));
    }

    [Fact]
    public void No_step_is_left() => Assert.IsType<GiveUp>(Of(Run with { Rounds = 3 }));

    [Fact]
    public void Its_time_is_over() => Assert.IsType<GiveUp>(Of(Run, Noon + Options.MaxRunTime));

    [Fact]
    public void It_has_been_interrupted_too_often_and_what_it_asked_for_may_be_why()
    {
        var interrupted = Run with { Resumes = NextMove.MaxResumes + 1 };

        Assert.IsType<LeaveOff>(Of(interrupted));
        Assert.IsType<LeaveOff>(Of(interrupted with { OpenCalls = [new OpenCall(3, 0, new ToolCall("", "get_order", "{}"), null)] }));
        Assert.IsType<ExecuteCalls>(Of(Run with { OpenCalls = [new OpenCall(3, 0, new ToolCall("", "get_order", "{}"), null)] }));
    }

    [Fact]
    public void The_conversation_has_used_up_its_tokens() =>
        Assert.IsType<GiveUp>(Of(Run, used: new TokenUsage(900, 100)));

    private static NextMove Of(LiveRun run, DateTimeOffset? now = null, TokenUsage? used = null) => NextMove.Of(
        Conversation.Empty("c-1") with { Run = run, Usage = used ?? new TokenUsage(0, 0) }, run, Options, now ?? Noon);
}
