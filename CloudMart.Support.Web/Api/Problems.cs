using Microsoft.AspNetCore.Http.HttpResults;

namespace CloudMart.Support.Web.Api;

/// <summary>What the API says when it can't do as asked: RFC 9457, in words that a caller may show to a customer.</summary>
internal static class Problems
{
    public static ProblemHttpResult Refused(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>Somebody else's thread and one that never began: the same answer.</summary>
    public static ProblemHttpResult NoSuchThread() =>
        TypedResults.Problem("There is no such thread.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>Nor is it told whether it is the thread or the card that there isn't.</summary>
    public static ProblemHttpResult NoSuchAction() =>
        TypedResults.Problem("There is no such thread or action.", statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult NotOpen() => TypedResults.Problem(
        "This is not open any more: it was answered already, or withdrawn.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult Expired() => TypedResults.Problem(
        "The time to answer this is up. Nothing was changed; ask again to see it as it is now.", statusCode: StatusCodes.Status409Conflict);

    public static ProblemHttpResult NoSuchOrder() =>
        TypedResults.Problem("There is no such order.", statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult TooMany() => TypedResults.Problem(
        "Those were many messages in a short time. Please wait a moment.", statusCode: StatusCodes.Status429TooManyRequests);

    public static ProblemHttpResult StaleForm() => Refused(
        $"A request with a sign-in cookie needs the header {CookieAntiforgery.Header}; GET {CookieAntiforgery.Path} gives its value.");

    /// <summary>Words for what the framework refuses before an endpoint is reached.</summary>
    public static string? WordsFor(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request can't be read: its body has to be JSON, its parameters of their type.",
        StatusCodes.Status401Unauthorized => "Nobody is signed in: send a bearer token or the sign-in cookie.",
        StatusCodes.Status403Forbidden => "This is for customers.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than 64 KB.",
        StatusCodes.Status415UnsupportedMediaType => "The body has to be JSON: Content-Type application/json.",
        StatusCodes.Status500InternalServerError => "Something went wrong here. The trace id finds it in the server's log.",
        StatusCodes.Status503ServiceUnavailable => "The store is out of reach. Please try again in a moment.",
        _ => null,
    };
}
