using System.Net.ServerSentEvents;
using System.Security.Claims;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CloudMart.Support.Web.Api;

/// <summary>The customer's conversations, and one of them as it happens.</summary>
internal static class ThreadEndpoints
{
    private const int PageSize = 20;

    public static void MapThreads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ai/threads", ListAsync)
            .RefuseUnknownCursors()
            .WithSummary("The customer's threads, newest first.");
        routes.MapGet("/ai/threads/{threadId}/events", StreamAsync)
            .WithSummary("A thread's events after a number, then each as it happens: server-sent events.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<ThreadList> ListAsync(
        string? cursor, ClaimsPrincipal user, ConversationService conversations, CancellationToken cancellationToken)
    {
        var page = await conversations.ListAsync(user.RequiredCustomer(), PageSize, cursor, cancellationToken);
        return new([.. page.Conversations.Select(line => new ThreadLine(line.ConversationId, line.Title, line.StartedAt))], page.Next);
    }

    /// <summary>A browser that reconnects by itself repeats its first address, and says by the header how far it got.</summary>
    private static async Task<Results<ServerSentEventsResult<CustomersEvent>, ProblemHttpResult>> StreamAsync(
        string threadId,
        long? after,
        [FromHeader(Name = "Last-Event-ID")] long? lastEventId,
        ClaimsPrincipal user,
        ConversationTail tail,
        IHostApplicationLifetime host,
        HttpContext context)
    {
        var from = lastEventId ?? after ?? 0;
        var signIn = CallersSignIn.Of(context);
        context.Response.RegisterForDisposeAsync(signIn);
        return await tail.FollowAsync(user.RequiredCustomer(), threadId, from, signIn.Ended) is { } events
            ? TypedResults.ServerSentEvents(TellAsync(events, host, context, signIn))
            : Problems.NoSuchThread();
    }

    private static async IAsyncEnumerable<SseItem<CustomersEvent>> TellAsync(
        IAsyncEnumerable<RecordedEvent> events, IHostApplicationLifetime host, HttpContext context, CallersSignIn signIn)
    {
        // A stream has no end of its own: without these, a stopping host would wait for every one of them, and who signs out would be told on.
        using var stop = host.ApplicationStopping.Register(context.Abort);
        using var leave = signIn.Ended.Register(context.Abort);
        await context.Response.Body.FlushAsync(context.RequestAborted); // so that the caller knows it is connected before there is news
        await foreach (var recorded in events)
        {
            if (CustomersEvent.Of(recorded) is { } shown)
            {
                yield return shown.ToSseItem();
            }
        }
    }
}

internal sealed record ThreadList(IReadOnlyList<ThreadLine> Threads, string? Next);

internal sealed record ThreadLine(string ThreadId, string Title, DateTimeOffset StartedAt);
