using System.Net;
using System.Net.Sockets;

using LlmGuide.Core.Lookup;

namespace LlmGuide.Web.Lookup;

/// <summary>The addresses of a host; the system's, unless a test says otherwise.</summary>
internal delegate Task<IPAddress[]> HostLookup(string host, CancellationToken cancellationToken);

/// <summary>
/// Opens connections to the public web only. It looks the host up itself and connects to the very addresses that it checked: a name
/// that answers differently a moment later (DNS rebinding) gains nothing.
/// </summary>
internal sealed class GuardedConnection(HostLookup lookup, WebClientOptions options)
{
    /// <summary>A host may have more than one; those that hang must not use up all the time there is.</summary>
    private static readonly TimeSpan ForOneAddress = TimeSpan.FromSeconds(5);

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await AddressesAsync(host, cancellationToken);

        // One that is not public spoils the name: nobody has a reason to mix them.
        if (!Array.TrueForAll(addresses, address => MayConnect(address, port)))
        {
            throw new WebClientException(OutsideProblem.Forbidden, $"{host} is not on the public web.");
        }

        SocketException? failed = null;
        foreach (var address in addresses)
        {
            try
            {
                return await ConnectAsync(address, port, cancellationToken);
            }
            catch (SocketException refused)
            {
                failed = refused;
            }
        }

        throw new WebClientException(OutsideProblem.NotReached, "The server cannot be reached.", failed);
    }

    private async Task<IPAddress[]> AddressesAsync(string host, CancellationToken cancellationToken)
    {
        // Uri has made one form of all the ways to write a number: octal, hexadecimal, one number for the whole.
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
        {
            return [literal];
        }

        try
        {
            return await lookup(host, cancellationToken) is { Length: > 0 } found ? found : throw NoSuchHost();
        }
        catch (SocketException unknown)
        {
            throw NoSuchHost(unknown);
        }
    }

    private bool MayConnect(IPAddress address, int port) =>
        (options.AllowLoopback && IPAddress.IsLoopback(address)) || (port is 80 or 443 && PublicAddressPolicy.Has(address));

    private static async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ForOneAddress);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), patience.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static WebClientException NoSuchHost(Exception? inner = null) =>
        new(OutsideProblem.NoSuchHost, "There is no such host.", inner);
}
