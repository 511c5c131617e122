using System.Net.ServerSentEvents;

namespace CloudMart.Support.Core.Assistant.Providers;

/// <summary>One server-sent event as it came.</summary>
internal readonly record struct ProviderEvent(string Name, string Data);

/// <summary>
/// A reply that arrives as server-sent events. A stream that breaks off simply ends: whether it was complete is for whoever reads it to
/// tell from the events, because a server that closes cleanly half-way looks no different.
/// </summary>
internal sealed class ProviderStream(Stream content, IDisposable response, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SseItem<string>> _events =
        SseParser.Create(content).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Why the stream broke off; null while it has not, and after a clean end.</summary>
    public Unreached? Fault { get; private set; }

    /// <returns>The next event; null when there are no more, for whatever reason.</returns>
    public async ValueTask<ProviderEvent?> NextAsync()
    {
        try
        {
            return await _events.MoveNextAsync() ? new(_events.Current.EventType, _events.Current.Data) : null;
        }
        catch (Exception e) when (LostConnection.Is(e))
        {
            Fault = new Unreached(e.Message);
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Fault = new Unreached("the provider fell silent"); // the client's network timeout, which counts from the last byte
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        response.Dispose();
    }
}
