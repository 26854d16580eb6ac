using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LlmGuide.Benchmarks;

/// <summary>
/// A connection over which a member posts and waits for the answer. The bytes are made once, and only the key of the draft and a number
/// in its text change: the site shares its cores with its clients, and with HttpClient's it answered 3,410 posts a second where it answered
/// 3,710 with these.
/// </summary>
internal sealed class PostLine : IDisposable
{
    private const int Patience = 30_000;
    private const string Key = "00000000-0000-0000-0000-000000000000";
    private const string Number = "0000000";

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        SendTimeout = Patience,
        ReceiveTimeout = Patience,
    };
    private readonly byte[] _answer = new byte[8192];
    private readonly byte[] _request;
    private readonly int _key;
    private readonly int _number;
    private int _posts;

    /// <param name="port">Of the site, on loopback.</param>
    /// <param name="path">Where the form is sent to.</param>
    /// <param name="cookie">The member's.</param>
    /// <param name="token">The form's.</param>
    public PostLine(int port, Uri path, string cookie, string token)
    {
        var form = $"__RequestVerificationToken={Uri.EscapeDataString(token)}&_handler=write&Draft.Key={Key}&Draft.Text="
            + Uri.EscapeDataString($"The loss of **run {Number}** goes down, and then `up` again. Why?");
        _request = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\nContent-Type: "
            + $"application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}"));
        _key = _request.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(Key));
        _number = _request.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(Number));
        _socket.Connect(IPAddress.Loopback, port);
    }

    /// <exception cref="InvalidOperationException">It was not answered with its comment.</exception>
    public void Post()
    {
        Guid.NewGuid().TryFormat(_request.AsSpan(_key, Key.Length), out _);
        (_posts++).TryFormat(_request.AsSpan(_number, Number.Length), out _, "D7", CultureInfo.InvariantCulture);
        _socket.Send(_request);
        var answer = Answer();
        if (!answer.StartsWith("HTTP/1.1 303 "u8) || !answer.EndsWith("\r\n\r\n"u8))
        {
            throw new InvalidOperationException($"A post was answered {Encoding.UTF8.GetString(answer)}");
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Up to the end of its head: where a post leads has no body.</summary>
    private ReadOnlySpan<byte> Answer()
    {
        var read = 0;
        do
        {
            var more = _socket.Receive(_answer, read, _answer.Length - read, SocketFlags.None);
            read = more > 0 ? read + more : throw new InvalidOperationException("The site has hung up.");
        }
        while (!_answer.AsSpan(0, read).EndsWith("\r\n\r\n"u8) && read < _answer.Length);
        return _answer.AsSpan(0, read);
    }
}
