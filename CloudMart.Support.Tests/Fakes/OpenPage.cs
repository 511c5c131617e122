using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.CustomerSupport;
using CloudMart.Support.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A page's <see cref="ConversationState"/> without the page, at a desk whose feed a test can break.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    public const string Id = "c-1";

    private readonly TaskCompletionSource<Exception> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _changes = new(0);

    public OpenPage()
    {
        Desk = new Desk(services => services.AddSingleton<IConversationFeed>(Feed));
        State = new ConversationState(Desk.Conversations, Desk.Actions, new CurrentCustomer(new SignedInAs(Desk.Ana)), Desk, Desk.Clock);
        State.Changed += () =>
        {
            _changes.Release();
            return Task.CompletedTask;
        };
        State.AnswerGrew += () => _changes.Release();
        State.Failed += failure =>
        {
            _failure.TrySetResult(failure);
            return Task.CompletedTask;
        };
    }

    public BreakableFeed Feed { get; } = new();

    public Desk Desk { get; }

    public ConversationState State { get; }

    public OwedConversation Owed => new(Desk.Conversations, new CurrentCustomer(new SignedInAs(Desk.Ana)), Desk.Clock);

    public Task<Exception> Failure => _failure.Task;

    /// <summary>Appends facts behind the page's back: the feed says nothing of them.</summary>
    public async Task<LogEntry> AppendSilentlyAsync(params ConversationEvent[] events)
    {
        var entry = Entries.Entry(Id, Desk.Store.EventsOf(Id).Count + 1, events);
        Assert.True(await Desk.Store.AppendAsync(entry, TestContext.Current.CancellationToken));
        return entry;
    }

    public async Task AppendAsync(params ConversationEvent[] events) => await PublishAsync(new EntryAppended(await AppendSilentlyAsync(events)));

    public async Task PublishAsync(FeedItem item) => await Feed.PublishAsync(item, TestContext.Current.CancellationToken);

    public Task OpenAsync() => State.OpenAsync(Id, TestContext.Current.CancellationToken);

    /// <summary>Waits until <paramref name="shown"/> holds; looks again at every change of the page.</summary>
    public async Task UntilAsync(Func<bool> shown)
    {
        while (!shown())
        {
            Assert.True(await _changes.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), "It never came to be shown.");
        }
    }

    /// <summary>As <see cref="UntilAsync"/>, with the clock running meanwhile.</summary>
    public async Task UntilTimePassesAsync(Func<bool> shown)
    {
        while (!shown())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Desk.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await State.DisposeAsync();
        await Desk.DisposeAsync();
    }
}
