using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>A real HTTP server on a free port of this machine, answering whatever <paramref name="answer"/> answers.</summary>
public sealed class LoopbackServer(RequestDelegate answer) : IAsyncDisposable
{
    private readonly WebApplication _app = Build();
    private int _calls;

    /// <summary>How many calls it was sent.</summary>
    public int Calls => _calls;

    public Uri Address => new(_app.Urls.First());

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _app.Run(context =>
        {
            Interlocked.Increment(ref _calls);
            return answer(context);
        });
        await _app.StartAsync(cancellationToken);
    }

    /// <summary>Sends nothing more and waits until the client has left.</summary>
    public static async Task HoldAsync(HttpContext context)
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(left.SetResult);
        await left.Task;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseShutdownTimeout(TimeSpan.Zero);
        return builder.Build();
    }
}
