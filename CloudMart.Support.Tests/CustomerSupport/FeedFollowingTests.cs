using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using CloudMart.Support.Web.CustomerSupport;

namespace CloudMart.Support.Tests.CustomerSupport;

public sealed class FeedFollowingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fault_that_passes_ends_no_page_not_even_with_its_first_news()
    {
        await using var desk = new Desk();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var topic = FeedTopic.OfConversation("c-1");
        var (again, failures) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new List<Exception>());
        var following = new FeedFollowing(
            async token =>
            {
                again.TrySetResult();
                return await desk.Feed.SubscribeAsync(topic, token);
            },
            _ => Task.CompletedTask,
            (_, _) => throw new TimeoutException(),
            failure =>
            {
                failures.Add(failure);
                again.TrySetResult();
                return Task.CompletedTask;
            },
            desk,
            TimeProvider.System);

        var done = following.FollowAsync(await desk.Feed.SubscribeAsync(topic, Token), leaving.Token);
        await desk.Feed.PublishAsync(new TextWithdrawn("c-1", "run-1", 0), Token);
        await again.Task.WaitAsync(Patience, Token);
        await leaving.CancelAsync();
        await done.WaitAsync(Patience, Token);

        Assert.Empty(failures);
    }
}
