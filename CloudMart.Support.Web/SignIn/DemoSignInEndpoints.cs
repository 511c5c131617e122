using System.Security.Claims;
using CloudMart.Support.Core.Customers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CloudMart.Support.Web.SignIn;

/// <summary>Signing in by naming a demo account. Mapped only where <c>Demo:Enabled</c> holds.</summary>
internal static class DemoSignInEndpoints
{
    public const string FormPath = "/signin/demo";

    public static void MapDemoSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(FormPath, SignInAsync).DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost("/api/demo/token", IssueTokenAsync)
            .WithSummary("A bearer token for a demo account, good for eight hours.")
            .WithTags("Demo");
    }

    /// <summary>Checks antiforgery itself: a form that was opened before another sign-in is shown again, not answered with an error.</summary>
    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> SignInAsync(
        [FromForm] string? account, [FromForm] string? returnUrl, HttpContext context, IAntiforgery antiforgery, DemoPeople people)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.Redirect(SignInPaths.PageFor(returnUrl));
        }

        if (account is null || DemoAccounts.Find(account) is not { } chosen)
        {
            return NoSuchAccount();
        }

        var person = await people.BehindAsync(chosen, context.RequestAborted);
        await context.SignInAsync(person.Scheme(), person.ToPrincipal(person.Scheme()));
        return TypedResults.Redirect(SignInPaths.After(person.Scheme(), returnUrl));
    }

    private static async Task<Results<Ok<DemoToken>, ProblemHttpResult>> IssueTokenAsync(
        DemoTokenRequest request, DemoTokens tokens, DemoPeople people, CancellationToken cancellationToken) =>
        request.Account is { } id && DemoAccounts.Find(id) is { } account
            ? TypedResults.Ok(new DemoToken(tokens.For(await people.BehindAsync(account, cancellationToken))))
            : NoSuchAccount();

    private static ProblemHttpResult NoSuchAccount() => TypedResults.Problem(
        $"There is no such demo account; there are {string.Join(", ", DemoAccounts.All.Select(account => account.Id))}.",
        statusCode: StatusCodes.Status400BadRequest);
}

/// <param name="Account">E.g. <c>customer-1</c>.</param>
internal sealed record DemoTokenRequest(string? Account);

/// <param name="Token">For the header <c>Authorization: Bearer …</c>.</param>
internal sealed record DemoToken(string Token);
