using CloudMart.Support.Core.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace CloudMart.Support.Web.Api;

/// <summary>
/// What nobody caught: the log gets everything under the trace id, the caller gets the trace id. A store that is away for a while is
/// told apart from a bug, because trying again helps.
/// </summary>
internal sealed partial class UnhandledFault(IStoreFaults faults, IProblemDetailsService problems, ILogger<UnhandledFault> logger)
    : IExceptionHandler
{
    private const string RetryAfterSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var traceId = System.Diagnostics.Activity.Current?.Id ?? context.TraceIdentifier;
        if (faults.IsTransient(exception))
        {
            LogStoreAway(exception, traceId);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
        else
        {
            LogFailed(exception, context.Request.Path, traceId);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (context.Request.Path.StartsWithSegments(ApiSetup.Root))
        {
            return await problems.TryWriteAsync(new() { HttpContext = context });
        }

        await context.Response.WriteAsync($"{Problems.WordsFor(context.Response.StatusCode)} ({traceId})", cancellationToken);
        return true;
    }

    [LoggerMessage(2000, LogLevel.Error, "{Path} failed, trace {TraceId}")]
    private partial void LogFailed(Exception exception, string path, string traceId);

    [LoggerMessage(2001, LogLevel.Warning, "The store is out of reach, trace {TraceId}")]
    private partial void LogStoreAway(Exception exception, string traceId);
}
