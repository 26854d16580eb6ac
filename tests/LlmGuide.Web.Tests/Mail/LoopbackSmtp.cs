using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

using MimeKit;

namespace LlmGuide.Web.Tests.Mail;

/// <summary>A mail server on loopback that speaks just enough, and misbehaves when told to.</summary>
internal sealed class LoopbackSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    /// <param name="port">0 for a free one.</param>
    public LoopbackSmtp(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>
    /// What it answers to the next commands that begin with such a word, instead of a yes; an empty answer closes the line.
    /// </summary>
    public ConcurrentDictionary<string, ConcurrentQueue<string>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>Every message that came in whole, whether its taking was acknowledged or not.</summary>
    public ConcurrentQueue<Received> Messages { get; } = new();

    public int Connections { get; private set; }

    public IEnumerable<Received> Acknowledged => Messages.Where(m => m.Acknowledged);

    /// <param name="command">EHLO, MAIL, RCPT, DATA, or "." for the end of a message.</param>
    /// <param name="answer">A line such as "451 Later."; empty: the line is closed without a word.</param>
    public LoopbackSmtp Answer(string command, string answer)
    {
        Answers.GetOrAdd(command, _ => new()).Enqueue(answer);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                talks.Add(TalkAsync(client));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var line = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 loopback");
            while (await reader.ReadLineAsync(_end.Token) is { } command)
            {
                var word = command.Split(' ')[0].ToUpperInvariant();
                var answer = Next(word) ?? (word == "QUIT" ? "221 Goodbye." : word == "DATA" ? "354 Go on." : "250 Fine.");
                if (answer.Length == 0)
                {
                    return;
                }

                await writer.WriteLineAsync(answer);
                if (word == "QUIT" || (answer.StartsWith("354", StringComparison.Ordinal) && !await MessageAsync(reader, writer)))
                {
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The other side hung up, or the test is over.
        }
    }

    private async Task<bool> MessageAsync(StreamReader reader, StreamWriter writer)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
        var answer = Next(".") ?? "250 Taken.";
        Messages.Enqueue(new Received(await MimeMessage.LoadAsync(bytes, _end.Token), answer.StartsWith("250", StringComparison.Ordinal)));
        if (answer.Length > 0)
        {
            await writer.WriteLineAsync(answer);
        }

        return answer.Length > 0;
    }

    private string? Next(string word) => Answers.TryGetValue(word, out var answers) && answers.TryDequeue(out var answer) ? answer : null;
}

/// <param name="Message">As it came.</param>
/// <param name="Acknowledged">Whether the server said that it has it.</param>
internal sealed record Received(MimeMessage Message, bool Acknowledged);
