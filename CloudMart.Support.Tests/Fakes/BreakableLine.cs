using System.Net;
using System.Net.Sockets;

namespace CloudMart.Support.Tests.Fakes;

/// <summary>
/// Stands between callers and a server, and can be cut: as when the server's process is killed, connections are reset, new ones too, until
/// it is mended. It keeps its port meanwhile, where else somebody might listen who answers. What the server knows, it keeps.
/// </summary>
internal sealed class BreakableLine : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly Lock _gate = new();
    private readonly List<Socket> _open = [];
    private readonly List<Task> _relays = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;
    private bool _isCut;

    public BreakableLine(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What callers call instead of the server.</summary>
    public Uri Address => new UriBuilder(_server) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    /// <summary>Ends when nothing is under way any more.</summary>
    public async Task CutAsync()
    {
        Task[] relays;
        lock (_gate)
        {
            _isCut = true;
            _open.ForEach(Reset);
            _open.Clear();
            relays = [.. _relays];
            _relays.Clear();
        }

        await Task.WhenAll(relays);
    }

    public void Mend()
    {
        lock (_gate)
        {
            _isCut = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        await CutAsync();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                Take(await _listener.AcceptSocketAsync());
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Take(Socket caller)
    {
        lock (_gate)
        {
            if (_isCut)
            {
                Reset(caller);
                return;
            }

            var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
            _open.AddRange([caller, server]);
            _relays.Add(RelayAsync(caller, server));
        }
    }

    private async Task RelayAsync(Socket caller, Socket server)
    {
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
