using System.Security.Claims;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CloudMart.Support.Web.Api;

/// <summary>The buttons of a card, for callers that have no page. What came of it is an event of the thread.</summary>
internal static class ActionEndpoints
{
    public static void MapActions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ai/threads/{threadId}/actions/{actionId}/confirm", ConfirmAsync).Answers("Agrees to what an open card asks.");
        routes.MapPost("/ai/threads/{threadId}/actions/{actionId}/decline", DeclineAsync).Answers("Leaves everything as it is.");
    }

    private static void Answers(this RouteHandlerBuilder endpoint, string summary) => endpoint
        .RequireAntiforgeryOfCookies()
        .WithSummary(summary)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static Task<Results<Ok<ActionReply>, ProblemHttpResult>> ConfirmAsync(
        string threadId, string actionId, ClaimsPrincipal user, ActionService actions, CancellationToken cancellationToken) =>
        AnswerAsync(actions.ConfirmAsync, threadId, actionId, user, cancellationToken);

    private static Task<Results<Ok<ActionReply>, ProblemHttpResult>> DeclineAsync(
        string threadId, string actionId, ClaimsPrincipal user, ActionService actions, CancellationToken cancellationToken) =>
        AnswerAsync(actions.DeclineAsync, threadId, actionId, user, cancellationToken);

    private static async Task<Results<Ok<ActionReply>, ProblemHttpResult>> AnswerAsync(
        Func<SignedInCustomer, string, ActionId, CancellationToken, Task<ActionResult>> answer,
        string threadId,
        string actionId,
        ClaimsPrincipal user,
        CancellationToken cancellationToken)
    {
        if (!ActionId.TryParse(actionId, out var action))
        {
            return Problems.NoSuchAction();
        }

        return await answer(user.RequiredCustomer(), threadId, action, cancellationToken) switch
        {
            ActionResult.Taken => TypedResults.Ok(new ActionReply("taken")),
            ActionResult.Expired => Problems.Expired(),
            ActionResult.NotOpen => Problems.NotOpen(),
            _ => Problems.NoSuchAction(),
        };
    }
}

internal sealed record ActionReply(string Status);
