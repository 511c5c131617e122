using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>What is to go wrong at the fake server: once each, in the order in which it was asked for.</summary>
internal sealed class AssistantsFaults
{
    private readonly ConcurrentDictionary<AssistantsCall, ConcurrentQueue<Func<HttpContext, Func<Task>, Task>>> _calls = new();
    private readonly ConcurrentQueue<Func<HttpContext, IReadOnlyList<string>, Task>> _streams = new();

    public void Add(AssistantsCall call, Func<HttpContext, Func<Task>, Task> fault) => _calls.GetOrAdd(call, _ => new()).Enqueue(fault);

    public void Add(Func<HttpContext, IReadOnlyList<string>, Task> stream) => _streams.Enqueue(stream);

    /// <summary>Handles the call as it is to be handled.</summary>
    public Task HandleAsync(AssistantsCall call, HttpContext context, Func<Task> act) =>
        _calls.TryGetValue(call, out var faults) && faults.TryDequeue(out var fault) ? fault(context, act) : act();

    /// <returns>False where the stream is to be sent as it is.</returns>
    public async Task<bool> TryStreamAsync(HttpContext context, IReadOnlyList<string> frames)
    {
        if (!_streams.TryDequeue(out var how))
        {
            return false;
        }

        await how(context, frames);
        return true;
    }
}
