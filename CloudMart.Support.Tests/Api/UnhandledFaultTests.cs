using System.Net;
using System.Net.Http.Json;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Tests.Fakes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Tests.Api;

[Trait("Needs", "Server")]
public sealed class UnhandledFaultTests
{
    private const string Secret = "Password=hunter2";
    private const int Busy = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bug_is_told_by_its_trace_id_alone_and_logged_in_full_under_it()
    {
        var log = new CapturedLog();
        await using var portal = Broken(new InvalidOperationException(Secret), log);
        using var ana = await portal.CallerAsync("customer-1");

        using var reply = await ana.GetAsync(new Uri("/api/ai/threads", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
        var problem = await reply.ProblemAsync();
        Assert.DoesNotContain(Secret, problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(InvalidOperationException), problem.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.Exception is not null && line.Message.Contains(problem.GetProperty("traceId").GetString()!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_out_of_reach_is_a_problem_that_passes()
    {
        await using var portal = Broken(new SqliteException(Secret, Busy), new CapturedLog());
        using var ana = await portal.CallerAsync("customer-1");

        using var reply = await ana.PostAsJsonAsync("/api/ai/message", new { threadId = "0123", message = "Hi" }, Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.NotNull(reply.Headers.RetryAfter);
        Assert.DoesNotContain(Secret, (await reply.ProblemAsync()).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_gives_no_cover_to_a_bug()
    {
        await using var portal = Broken(new InvalidOperationException(Secret), new CapturedLog());
        using var ana = await portal.CallerAsync("customer-1");

        using var reply = await ana.GetAsync(new Uri("/api/ai/threads?cursor=x", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
    }

    private static Portal Broken(Exception failure, CapturedLog log) => new(services: services => services
        .AddSingleton<IConversationLog>(new BrokenLog(failure))
        .AddLogging(logging => logging.AddProvider(log)));
}
