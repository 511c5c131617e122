using System.Security.Claims;
using System.Text;
using CloudMart.Support.Core.Assistant.Tools;
using CloudMart.Support.Core.Conversations;
using CloudMart.Support.Core.Customers;
using CloudMart.Support.Web.SignIn;

namespace CloudMart.Support.Web.CustomerSupport;

/// <summary>The customer's own conversation to take along: what they see of it, as Markdown.</summary>
internal static class TranscriptDownload
{
    private const int EventsAtOnce = 200;

    /// <summary>Of a conversation that is longer, the newest part.</summary>
    private const int MaxEvents = 5_000;

    public static void MapTranscript(this IEndpointRouteBuilder routes) => routes
        .MapGet("/support/{conversationId}/transcript.md", ReadAsync)
        .RequireAuthorization(SignInPolicies.Customer)
        .ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(
        string conversationId,
        ClaimsPrincipal user,
        ConversationService conversations,
        ToolCatalogue tools,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await WholeAsync(conversations, user.RequiredCustomer(), conversationId, cancellationToken) is not { } known)
        {
            return TypedResults.NotFound();
        }

        var text = TranscriptMarkdown.Of(known, Transcript.Of(known, null, tools.Doing, clock.GetUtcNow()));
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", $"cloudmart-{known.State.StartedAt:yyyy-MM-dd}.md");
    }

    private static async Task<ConversationSnapshot?> WholeAsync(
        ConversationService conversations, SignedInCustomer customer, string conversationId, CancellationToken cancellationToken)
    {
        var known = await conversations.OpenAsync(customer, conversationId, EventsAtOnce, cancellationToken);
        while (known is { Events: [{ Number: > 1 and var first }, ..] } && known.Events.Count < MaxEvents
            && await conversations.EarlierAsync(customer, conversationId, first, EventsAtOnce, cancellationToken) is { Count: > 0 } earlier)
        {
            known = known with { Events = known.Events.InsertRange(0, earlier) };
        }

        return known;
    }
}
