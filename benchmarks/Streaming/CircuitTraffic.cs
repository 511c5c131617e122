using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;

namespace CloudMart.Support.Benchmarks.Streaming;

/// <summary>What the server sends over the circuit's WebSocket, frame by frame after decompression, as the browser's own protocol reports it.</summary>
internal sealed class CircuitTraffic : IAsyncDisposable
{
    private readonly ConcurrentQueue<Frame> _frames = new();
    private readonly ICDPSession _protocol;

    private CircuitTraffic(ICDPSession protocol) => _protocol = protocol;

    public static async Task<CircuitTraffic> ListenAsync(IPage page)
    {
        var traffic = new CircuitTraffic(await page.Context.NewCDPSessionAsync(page));
        traffic._protocol.Event("Network.webSocketFrameReceived").OnEvent += (_, received) => traffic.Keep(received!.Value);
        await traffic._protocol.SendAsync("Network.enable");
        return traffic;
    }

    /// <summary>Everything that came so far.</summary>
    public IReadOnlyCollection<Frame> Frames => [.. _frames];

    public AnswerTraffic SoFar() => AnswerTraffic.Of([.. _frames]);

    public async ValueTask DisposeAsync() => await _protocol.DetachAsync();

    private void Keep(JsonElement received)
    {
        const int Text = 1;
        var response = received.GetProperty("response");
        var content = response.GetProperty("payloadData").GetString()!;
        _frames.Enqueue(new(
            received.GetProperty("timestamp").GetDouble() * 1_000,
            response.GetProperty("opcode").GetInt32() == Text ? Encoding.UTF8.GetBytes(content) : Convert.FromBase64String(content)));
    }
}

/// <summary>One message from the server.</summary>
/// <param name="At">When it came, in milliseconds.</param>
/// <param name="Content">What it holds.</param>
internal sealed record Frame(double At, byte[] Content);
