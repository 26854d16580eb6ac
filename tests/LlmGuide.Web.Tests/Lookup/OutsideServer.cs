using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LlmGuide.Web.Tests.Lookup;

/// <summary>
/// Plays servers elsewhere on a port of loopback, down to the bytes: what a well-behaved library would not send can be sent too.
/// </summary>
internal sealed class OutsideServer : IAsyncDisposable
{
    /// <summary>The first byte of somebody who wants to speak TLS.</summary>
    private const char TlsHandshake = '\u0016';

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly ConcurrentDictionary<string, Func<Stream, CancellationToken, Task>> _pages = new(StringComparer.Ordinal);
    private readonly Task _listening;

    public OutsideServer()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listening = ListenAsync();
    }

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>The head of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Answers a path with a status, headers and a body.</summary>
    public void At(string path, int status, string body = "", string type = "text/html; charset=utf-8", params string[] headers) =>
        At(path, status, Encoding.UTF8.GetBytes(body), type, headers);

    public void At(string path, int status, byte[] body, string type, params string[] headers) =>
        Raw(path, async (stream, cancellationToken) =>
        {
            var head = string.Join("\r\n", [$"HTTP/1.1 {status} Words", $"Content-Type: {type}",
                $"Content-Length: {body.Length}", "Connection: close", .. headers, "", ""]);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head), cancellationToken);
            await stream.WriteAsync(body, cancellationToken);
        });

    public void Redirect(string path, int status, string to) => At(path, status, headers: $"Location: {to}");

    /// <summary>Answers a path with whatever a test writes.</summary>
    public void Raw(string path, Func<Stream, CancellationToken, Task> write) => _pages[path] = write;

    public IEnumerable<string> Asked => Requests.Select(request => string.Join(' ', request.Split(' ').Take(2)));

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Dispose();
        await _listening;
        _ended.Dispose();
    }

    private async Task ListenAsync()
    {
        var open = new List<Task>();
        try
        {
            while (!_ended.IsCancellationRequested)
            {
                open.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_ended.Token)));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }

        await Task.WhenAll(open);
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            var head = await HeadAsync(stream);
            Requests.Enqueue(head);
            var target = head.Split(' ')[1];
            var answer = _pages.TryGetValue(target, out var page) ? page : NotFoundAsync;
            await answer(stream, _ended.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or IndexOutOfRangeException or SocketException)
        {
            // Whoever asked has heard enough.
        }
    }

    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1)
        {
            head.Append((char)one[0]);
            if (head[0] == TlsHandshake)
            {
                return "";
            }
        }

        return head.ToString();
    }

    private static Task NotFoundAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancellationToken).AsTask();
}
