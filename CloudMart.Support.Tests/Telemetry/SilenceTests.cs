using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Telemetry;
using CloudMart.Support.Tests.Fakes;

namespace CloudMart.Support.Tests.Telemetry;

[Collection(Listening.Name)]
public sealed class SilenceTests
{
    private const int Calls = 1_000;

    [Fact]
    public void Where_nobody_listens_a_span_around_a_call_and_a_measurement_allocate_nothing()
    {
        using var meters = new SomeMeters();
        var (turns, tools, models) = (new TurnMeter(meters), new ToolMeter(meters), new ModelMeter(meters));
        var log = new TracedConversationLog(new SilentLog());
        var entry = Entries.Entry("c-1", 1, Entries.Said("Hi"));
        var stop = TestContext.Current.CancellationToken;

        Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++)
        {
            Once();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Once()
        {
            _ = log.AppendAsync(entry, stop);
            _ = log.ReadAfterAsync("c-1", 0, 200, stop);
            turns.Kept("message");
            turns.Spoke(TimeSpan.FromSeconds(1));
            tools.Stands("get_order", "found");
            models.Used("openai", "gpt", 1, 1);
            models.Took("openai", "gpt", null, TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public void Where_nobody_listens_no_turn_is_kept()
    {
        using var meters = new SomeMeters();

        Assert.Null(new OpenTurns(new TurnMeter(meters)).Begin("message", "c-1", "m-1"));
    }

    private sealed class SilentLog : IConversationLog
    {
        private static readonly Task<bool> Stands = Task.FromResult(true);
        private static readonly Task<IReadOnlyList<RecordedEvent>> Nothing = Task.FromResult<IReadOnlyList<RecordedEvent>>([]);

        public Task<bool> AppendAsync(LogEntry entry, CancellationToken cancellationToken) => Stands;

        public Task<ConversationSnapshot?> ReadAsync(string conversationId, int recent, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<RecordedEvent>> ReadAfterAsync(
            string conversationId, long after, int limit, CancellationToken cancellationToken) => Nothing;

        public Task<IReadOnlyList<RecordedEvent>> ReadBeforeAsync(
            string conversationId, long before, int count, CancellationToken cancellationToken) => Nothing;

        public Task<ConversationPage> ListAsync(string customerId, int limit, string? cursor, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
