using System.Diagnostics;
using CloudMart.Support.Tests.Conformance;
using CloudMart.Support.Tests.Fakes;
using static CloudMart.Support.Tests.Fakes.Entries;

namespace CloudMart.Support.Tests.Conversations;

/// <summary>With spans around every call a port does what it does without.</summary>
public sealed class TracedConversationLogTests : ConversationLogConformance, IClassFixture<TracedStore>, IDisposable
{
    private readonly Activity _trace = TracedStore.BeginTrace();
    private readonly TracedStore _store;

    public TracedConversationLogTests(TracedStore store)
        : base(store) => _store = store;

    [Fact]
    public async Task Its_calls_are_part_of_the_trace_at_hand()
    {
        await _store.Log.AppendAsync(Entry(NewConversation(), 1, Said("Hi")), TestContext.Current.CancellationToken);

        Assert.True(_store.HasHeard("log append", _trace));
    }

    public void Dispose() => _trace.Dispose();
}
