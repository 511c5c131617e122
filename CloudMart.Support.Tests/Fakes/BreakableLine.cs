using System.Net;
using System.Net.Sockets;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Stands between callers and a server, and can be cut: as when the server's process is killed, open connections are reset and new ones
/// refused, until it is mended at the same address. What the server knows, it keeps.
/// </summary>
internal sealed class BreakableLine : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private readonly List<Task> _relays = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _accepting = Task.CompletedTask;

    public BreakableLine(Uri server)
    {
        _server = server;
        Listen();
    }

    /// <summary>What callers call instead of the server.</summary>
    public Uri Address => new UriBuilder(_server) { Host = "127.0.0.1", Port = Port }.Uri;

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async Task CutAsync()
    {
        var port = Port;
        _listener.Stop();
        await _accepting;
        lock (_gate)
        {
            _open.ForEach(Reset);
            _open.Clear();
        }

        await Task.WhenAll(_relays);
        _relays.Clear();
        _listener = new TcpListener(IPAddress.Loopback, port);
    }

    public void Mend() => Listen();

    public async ValueTask DisposeAsync() => await CutAsync();

    private void Listen()
    {
        _listener.Start();
        _accepting = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            try
            {
                _relays.Add(RelayAsync(await listener.AcceptSocketAsync()));
            }
            catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task RelayAsync(Socket caller)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (_gate)
        {
            _open.AddRange([caller, server]);
        }

        try
        {
            await server.ConnectAsync(_server.Host, _server.Port);
            await Task.WhenAny(PumpAsync(caller, server), PumpAsync(server, caller));
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Before it was even connected.
        }
        finally
        {
            caller.Dispose();
            server.Dispose();
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        try
        {
            await using var source = new NetworkStream(from);
            await using var sink = new NetworkStream(to);
            await source.CopyToAsync(sink);
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException)
        {
            // One side has left, or the line was cut.
        }
    }

    /// <summary>Closed without lingering, it sends RST and not FIN.</summary>
    private static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // It has ended by itself.
        }

        socket.Dispose();
    }
}
