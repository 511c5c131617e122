using System.Security.Claims;
using System.Text;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Core.Scenarios.Writing;
using CloudMart.Support.Core.Staff.Exports;
using CloudMart.Support.Web.SignIn;
using CloudMart.Support.Web.StaffConsole.Watching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CloudMart.Support.Web.StaffConsole.Export;

/// <summary>A conversation for staff to take along, in three forms: to read, to work with, and to play again.</summary>
internal static class StaffDownloads
{
    public static void MapStaffDownloads(this IEndpointRouteBuilder routes)
    {
        var downloads = routes.MapGroup("/staff/{conversationId}").RequireAuthorization(SignInPolicies.Staff).ExcludeFromDescription();
        downloads.MapGet("/transcript.md", MarkdownAsync);
        downloads.MapGet("/transcript.json", JsonAsync);
        downloads.MapGet("/scenario.md", ScenarioAsync);
    }

    private static async Task<IResult> MarkdownAsync(
        string conversationId,
        ClaimsPrincipal user,
        StaffExports exports,
        CustomerNames names,
        Colleagues colleagues,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await exports.ReadAsync(user.RequiredStaff(), conversationId, "Markdown", cancellationToken) is not { } known)
        {
            return TypedResults.NotFound();
        }

        await names.LearnAsync([known.State.CustomerId], cancellationToken);
        var items = StaffTranscript.Of(known, null, clock.GetUtcNow(), nameOf: id => colleagues.NameOf(id) ?? names.Of(id));
        var text = StaffTranscriptMarkdown.Of(known, items, names.Of(known.State.CustomerId) ?? known.State.CustomerId);
        return File(text, "text/markdown", $"{conversationId}-transcript.md");
    }

    private static async Task<IResult> JsonAsync(
        string conversationId, ClaimsPrincipal user, StaffExports exports, CancellationToken cancellationToken) =>
        await exports.ReadAsync(user.RequiredStaff(), conversationId, "JSON", cancellationToken) is { } known
            ? File(ConversationJson.Of(known), "application/json", $"{conversationId}-transcript.json")
            : TypedResults.NotFound();

    private static async Task<IResult> ScenarioAsync(
        string conversationId, ClaimsPrincipal user, ScenarioExport scenarios, CancellationToken cancellationToken) =>
        await scenarios.WriteAsync(user.RequiredStaff(), conversationId, cancellationToken) is { } text
            ? File(text, "text/markdown", $"{conversationId}-scenario.md")
            : TypedResults.NotFound();

    private static FileContentHttpResult File(string text, string type, string name) =>
        TypedResults.File(Encoding.UTF8.GetBytes(text), $"{type}; charset=utf-8", name);
}
