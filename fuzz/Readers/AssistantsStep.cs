using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Text.Json;
using CloudMart.Support.Core.Assistant;
using CloudMart.Support.Core.Assistant.AssistantsApi;
using CloudMart.Support.Core.Assistant.Providers;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Telemetry;

namespace CloudMart.Support.Fuzz.Readers;

/// <summary>A step at a server of the Assistants protocol that has begun and heard nothing yet.</summary>
internal static class AssistantsStep
{
    private static readonly AssistantOptions Options = new() { MaxRetries = 0 };
    private static readonly DateTimeOffset Deadline = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ModelMeter Unheard = new(new Meters());
    private static readonly CustomerMessage Said = new(1, "Hi");

    /// <summary>What a conversation's earlier steps left at the provider: a thread in which run_1 waits for outputs, and one that was let go of.</summary>
    public static readonly string WaitingState = new RemoteThread(
        "thread_1", "run_1", Heard: 1, Told: 1, Since: Deadline.AddMinutes(-9), Failed: 1, FailedFor: "r-1", Unpaid: [new("thread_0", "run_0")]).Write();

    /// <summary>The same between two runs; the assistant's words were said there.</summary>
    public static readonly string OldState =
        new RemoteThread("thread_1", Heard: 1, Through: 4, Said: true, Unpaid: [new("thread_1", "run_0")], Spent: new(9, 2)).Write();

    /// <summary>The outputs of two rounds, in which a server gives calls one id.</summary>
    private static readonly ImmutableArray<ThreadItem> Answered =
    [
        Said,
        new ToolRound(4, "r-1", "Let me see.", [new(new ToolCall("call_1", "get_order", "{}"), """{"outcome":"found"}""")]),
        new ToolRound(6, "r-1", "", [new(new ToolCall("call_1", "get_order", "{}"), "{}"), new(new ToolCall("", "list_orders", "{}"), "{}")]),
    ];

    private static readonly ImmutableArray<ThreadItem> SaidAgain =
        [Said, .. Answered[1..], new AssistantMessage(8, "There it is."), new WithheldAnswer(9, "{}"), new DeskNote(10, "{}"), new CustomerMessage(11, "And now?")];

    /// <summary>Every way in which a step begins: with nothing, with outputs that a run waits for, and with an old thread, after a crash.</summary>
    public static IEnumerable<StepProgress> Beginnings() => [Begun(), HandingIn(WaitingState), GoingOn(OldState)];

    public static StepProgress Begun()
    {
        var progress = Begin([Said], null);
        progress.Thread = new RemoteThread("thread_1");
        return progress;
    }

    /// <summary>With outputs; the thread is whatever <paramref name="state"/> says.</summary>
    public static StepProgress HandingIn(string? state) => Begin(Answered, state);

    /// <summary>With something new from the customer; the thread is whatever <paramref name="state"/> says.</summary>
    public static StepProgress GoingOn(string? state) => Begin(SaidAgain, state);

    /// <summary>What a server tells of the thread, when it is asked for its newest runs or its newest messages.</summary>
    public static void Look(StepProgress progress, JsonElement list)
    {
        progress.Recall(list.ListAt("data").Select(RemoteRun.Of));
        RunRequest.Missing(progress.Thread?.Lacks(progress.Request.Thread) ?? progress.Request.Thread, list);
    }

    /// <summary>What the run has come to, as the step would look at it.</summary>
    public static void Look(StepProgress progress)
    {
        _ = (progress.Deadline, progress.AnswerBy, progress.MayBeOld, progress.MayHaveBegun, progress.HasOldThread, progress.Awaited);
        progress.Hold();
        if (progress.Run is not { } run)
        {
            return;
        }

        _ = (run.KnowsThrough, progress.Asked(run), progress.IsDecided);
        RunOutcome.Of(run, progress);
        progress.Drop(run);
        progress.Close(run.Usage);
    }

    private static StepProgress Begin(ImmutableArray<ThreadItem> thread, string? state)
    {
        var request = new AssistantRequest("c-1", "r-1", 0, new SignedInCustomer("customer-1", "Ana Diaz"), thread, [], state, Deadline) { IsResumed = true };
        return new StepProgress(request, new RetryBudget(Options, Unheard, TimeProvider.System, Deadline), TimeProvider.System);
    }

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
