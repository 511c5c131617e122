using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>The three kinds of reply that the protocol knows.</summary>
internal static class AssistantsReply
{
    public static Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString());
    }

    /// <summary>State conflicts have no code; only their words tell.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return WriteAsync(context, new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = null, ["code"] = null },
        });
    }

    public static async Task StreamAsync(HttpContext context, IEnumerable<string> frames)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        foreach (var frame in frames)
        {
            await context.Response.WriteAsync(frame);
        }

        await context.Response.Body.FlushAsync();
    }
}
