using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Web.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CloudMart.Support.Web.Api;

/// <summary>The whole desk in one call: say something, get the answer.</summary>
internal static class MessageEndpoint
{
    public static void MapMessage(this IEndpointRouteBuilder routes) => routes.MapPost("/ai/message", SayAsync)
        .RequireAntiforgeryOfCookies()
        .WithSummary("Says something to the desk and answers when the run has ended.")
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<MessageReply>, ProblemHttpResult>> SayAsync(
        MessageRequest request,
        ClaimsPrincipal user,
        AnswerWait answers,
        IOptions<ApiOptions> options,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var said = await answers.AskAsync(
            user.RequiredCustomer(),
            request.ThreadId,
            request.MessageId,
            request.Message ?? "",
            options.Value.AnswerWithin,
            cancellationToken);
        switch (said)
        {
            case MessageAnswered answer:
                return TypedResults.Ok(new MessageReply(answer.ConversationId, answer.Text, answer.Status));
            case MessageRefused refused:
                return Problems.Refused(refused.Reason);
            case TooManyMessages { RetryAfter: var wait }:
                response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Problems.TooMany();
            default:
                return Problems.NoSuchThread();
        }
    }
}

internal sealed record MessageRequest(
    [property: Description("The conversation; null begins one")] string? ThreadId,
    [property: Description("1 to 4,000 characters")] string? Message,
    [property: Description("Your own id for the message, at most 64 characters; a message sent again under its id stays one message")] string? MessageId);

internal sealed record MessageReply(
    [property: Description("The conversation, for the next message")] string ThreadId,
    [property: Description("The assistant's words since the message, Markdown")] string Response,
    AnswerStatus Status);
