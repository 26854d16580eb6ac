using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace LlmGuide.Web.Tests.Shell;

/// <summary>A line to a server that can be cut and mended: for who is at this end the server is stopped, and starts again.</summary>
internal sealed class CutLine : IDisposable
{
    private readonly ConcurrentBag<Socket> _open = [];
    private readonly DnsEndPoint _server;
    private TcpListener _listener = new(IPAddress.Loopback, 0);

    public CutLine(string host, int port)
    {
        _server = new DnsEndPoint(host, port);
        Listen();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
    }

    /// <summary>Where this end is, on the loopback.</summary>
    public int Port { get; }

    public void Cut()
    {
        _listener.Stop();
        while (_open.TryTake(out var socket))
        {
            socket.Dispose();
        }
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        Listen();
    }

    public void Dispose()
    {
        Cut();
        _listener.Dispose();
    }

    private void Listen()
    {
        _listener.Start();
        _ = AcceptAsync(_listener);
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var near = await listener.AcceptSocketAsync();
                var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
                _open.Add(near);
                _open.Add(far);
                await far.ConnectAsync(_server);
                _ = PumpAsync(near, far);
                _ = PumpAsync(far, near);
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // It was cut.
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var length)
            {
                await to.SendAsync(buffer.AsMemory(0, length));
            }

            to.Dispose();
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            to.Dispose();
        }
    }
}
