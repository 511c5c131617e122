namespace CloudMart.Support.Web.Api;

internal static class UnknownCursor
{
    /// <summary>A cursor made up by hand is the caller's mistake, not ours.</summary>
    public static RouteHandlerBuilder RefuseUnknownCursors(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (FormatException) when (context.HttpContext.Request.Query.ContainsKey("cursor"))
            {
                return Problems.Refused("The cursor is not one that a page handed out.");
            }
        }).ProducesProblem(StatusCodes.Status400BadRequest);
}
