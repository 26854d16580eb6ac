using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

using LlmGuide.Core.Lookup;
using LlmGuide.Web.Lookup;
using LlmGuide.Web.Shared;

using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LlmGuide.Web.Tests.Lookup;

/// <summary>What the guide asks elsewhere, against a server that tries every trick.</summary>
public sealed class WebClientTests : IAsyncDisposable
{
    private readonly OutsideServer _server = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<PublicWebClient> _clients = [];

    [Fact]
    public async Task A_page_is_read_with_its_type_and_version()
    {
        _server.At("/page", 200, "héllo", headers: ["ETag: \"v1\"", "Last-Modified: Wed, 01 Jan 2025 00:00:00 GMT"]);
        var answer = await AskAsync(Here("/page"));
        Assert.Equal((200, "text/html", "utf-8", "héllo", false), (
            answer.Status, answer.MediaType, answer.Charset, Encoding.UTF8.GetString(answer.Body.Span), answer.Cut));
        Assert.Equal(new PageVersion("\"v1\"", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)), answer.Version);
    }

    [Theory]
    [InlineData("text/html; charset=windows-1251", "windows-1251")]
    [InlineData("text/html;charset=Shift_JIS", "Shift_JIS")]
    [InlineData("text/html; charset=\"ISO-8859-1\"", "ISO-8859-1")]
    [InlineData("text/html; CHARSET=gbk; x=y", "gbk")]
    [InlineData("text/html", null)]
    public async Task The_characters_that_its_header_names_are_told(string type, string? charset)
    {
        _server.At("/page", 200, "x", type);
        Assert.Equal(("text/html", charset), ((await AskAsync(Here("/page"))).MediaType, (await AskAsync(Here("/page"))).Charset));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://guide.example.org/")]
    public void No_host_refuses_its_name_for_what_link_checkers_call_themselves(string publicUrl)
    {
        var name = new GuideAgent(Options.Create(new SiteOptions { PublicUrl = publicUrl })).Name;
        Assert.StartsWith("LlmGuide/1.0 (", name);
        Assert.DoesNotMatch("(?i)link|check|crawl|spider|bot|scan|python|curl|wget", name);
    }

    [Fact]
    public async Task It_says_who_it_is_and_nothing_about_anybody_else()
    {
        _server.At("/page", 200, "x", headers: "Set-Cookie: a=b");
        await AskAsync(Here("/page"));
        await AskAsync(Here("/page"));
        var head = _server.Requests.Last();
        Assert.Contains("User-Agent: LlmGuide/1.0 (+https://guide.example.org/about)", head);
        Assert.DoesNotContain("Cookie", head);
        Assert.DoesNotContain("Referer", head);
        Assert.DoesNotContain("traceparent", head);
        Assert.DoesNotContain("Authorization", head);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00:ec2::254]/latest/meta-data/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://0.0.0.0/")]
    public async Task An_address_of_a_closed_network_is_not_asked_however_it_is_written(string address) =>
        Assert.Equal(OutsideProblem.Forbidden, (await AskAsync(address, loopback: false)).Problem);

    [Theory]
    [InlineData("ftp://example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("http://user:secret@example.org/")]
    [InlineData("http://93.184.215.14:22/")]
    [InlineData("http://93.184.215.14:6379/")]
    [InlineData("nonsense")]
    public async Task Other_schemes_ports_and_addresses_with_a_name_in_them_are_not_asked(string address) =>
        Assert.Equal(OutsideProblem.Forbidden, (await AskAsync(address)).Problem);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("93.184.215.14", "10.0.0.1")]
    public async Task A_name_that_leads_into_a_closed_network_is_not_asked(params string[] addresses)
    {
        Name("evil.example", string.Join(',', addresses));
        Assert.Equal(OutsideProblem.Forbidden, (await AskAsync("http://evil.example/", loopback: false)).Problem);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_name_that_answers_otherwise_the_second_time_gains_nothing()
    {
        // What is asked first is loopback, which this client may ask; then metadata, which nobody may.
        Name("rebind.example", "127.0.0.1", "169.254.169.254");
        _server.At("/page", 200, "first");
        Assert.Equal(200, (await AskAsync($"http://rebind.example:{_server.Port}/page")).Status);
        Assert.Equal(OutsideProblem.Forbidden, (await AskAsync($"http://rebind.example:{_server.Port}/page")).Problem);
        Assert.Single(_server.Requests);
        Assert.Empty(_names["rebind.example"]);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://2852039166/")]
    [InlineData("//169.254.169.254/")]
    [InlineData("http://meta.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@example.org/")]
    public async Task A_redirect_into_a_closed_network_or_out_of_the_web_is_not_followed(string to)
    {
        Name("meta.example", "169.254.169.254");
        _server.Redirect("/start", 302, to);
        Assert.Equal(OutsideProblem.Forbidden, (await AskAsync(Here("/start"))).Problem);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed_and_the_permanent_ones_at_the_start_are_told()
    {
        _server.Redirect("/old", 301, "/newer");
        _server.Redirect("/newer", 308, Here("/newest"));
        _server.Redirect("/newest", 302, "/today?x=1");
        _server.At("/today?x=1", 200, "here");
        var answer = await AskAsync(Here("/old"));
        Assert.Equal((200, Here("/today?x=1"), Here("/newest")), (answer.Status, answer.Address, answer.MovedTo));
        Assert.Null(answer.Version);
    }

    [Fact]
    public async Task What_comes_after_a_temporary_redirect_says_nothing_about_the_first_address()
    {
        _server.Redirect("/start", 302, "/next");
        _server.Redirect("/next", 301, "/last");
        _server.At("/last", 200);
        Assert.Null((await AskAsync(Here("/start"))).MovedTo);
    }

    [Fact]
    public async Task A_circle_of_redirects_ends()
    {
        _server.Redirect("/a", 301, "/b");
        _server.Redirect("/b", 301, "/a");
        Assert.Equal(OutsideProblem.TooManyRedirects, (await AskAsync(Here("/a"))).Problem);
        Assert.Equal(new WebClientOptions().MostRedirects + 1, _server.Requests.Count);
    }

    [Fact]
    public async Task A_hundred_megabytes_are_cut_at_two()
    {
        var sent = 0L;
        _server.Raw("/huge", async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 104857600\r\n\r\n"u8.ToArray(), cancellationToken);
            for (var piece = new byte[1 << 16]; sent < 104_857_600; sent += piece.Length)
            {
                await stream.WriteAsync(piece, cancellationToken);
            }
        });
        var answer = await AskAsync(Here("/huge"));
        Assert.Equal((200, new WebClientOptions().MostBytes, true), (answer.Status, answer.Body.Length, answer.Cut));
        Assert.InRange(sent, 0, 50_000_000);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task What_swells_when_unpacked_is_cut_at_two_megabytes(string coding)
    {
        using var packed = new MemoryStream();
        await using (Stream packing = coding == "gzip"
            ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var megabyte = 0; megabyte < 200; megabyte++)
            {
                await packing.WriteAsync(zeros, GuideHost.Cancelled);
            }
        }

        _server.At("/bomb", 200, packed.ToArray(), "text/html", $"Content-Encoding: {coding}");
        var answer = await AskAsync(Here("/bomb"));
        Assert.Equal((new WebClientOptions().MostBytes, true), (answer.Body.Length, answer.Cut));
    }

    [Fact]
    public async Task Whoever_sends_a_byte_now_and_then_is_given_up_in_time()
    {
        var begun = new TaskCompletionSource();
        _server.Raw("/slow", async (stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<"u8.ToArray(), cancellationToken);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        });
        var asking = AskAsync(Here("/slow"));
        await begun.Task.WaitAsync(GuideHost.Cancelled);
        _clock.Advance(new WebClientOptions().Patience);
        Assert.Equal(OutsideProblem.TooSlow, (await asking).Problem);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")]
    [InlineData("")]
    public async Task What_is_no_http_is_a_problem_and_not_a_crash(string bytes)
    {
        _server.Raw("/raw", (stream, cancellationToken) => stream.WriteAsync(Encoding.ASCII.GetBytes(bytes), cancellationToken).AsTask());
        Assert.Equal(OutsideProblem.Garbled, (await AskAsync(Here("/raw"))).Problem);
    }

    [Fact]
    public async Task Headers_without_an_end_are_given_up()
    {
        _server.Raw("/headers", async (stream, cancellationToken) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), cancellationToken);
            for (var line = Encoding.ASCII.GetBytes($"X-Long: {new string('a', 1000)}\r\n"); ;)
            {
                await stream.WriteAsync(line, cancellationToken);
            }
        });
        Assert.Equal(OutsideProblem.Garbled, (await AskAsync(Here("/headers"))).Problem);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_and_one_that_is_away_are_told_apart()
    {
        Assert.Equal(OutsideProblem.NoSuchHost, (await AskAsync("http://nothing.example/")).Problem);
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        Assert.Equal(OutsideProblem.NotReached, (await AskAsync($"http://127.0.0.1:{port}/")).Problem);
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_is_insecure() =>
        Assert.Contains((await AskAsync($"https://127.0.0.1:{_server.Port}/")).Problem, (OutsideProblem?[])[OutsideProblem.Insecure,
            OutsideProblem.Garbled]);

    [Fact]
    public async Task A_known_version_is_asked_with_and_head_reads_no_body()
    {
        _server.At("/page", 304);
        var known = new PageVersion("W/\"v1\"", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var answer = await Client().AskAsync(new LookupRequest(Here("/page"), HeadOnly: true, Known: known), GuideHost.Cancelled);
        Assert.Equal(304, answer.Status);
        Assert.StartsWith("HEAD /page", _server.Requests.Single());
        Assert.Contains("If-None-Match: W/\"v1\"", _server.Requests.Single());
        Assert.Contains("If-Modified-Since: Wed, 01 Jan 2025 00:00:00 GMT", _server.Requests.Single());
    }

    [Theory]
    [InlineData(403, "cf-mitigated: challenge", true)]
    [InlineData(202, "x-amzn-waf-action: challenge", true)]
    [InlineData(503, "cf-chl-bypass: 1", true)]
    [InlineData(503, "x-other: 1", false)]
    [InlineData(200, "cf-chl-bypass: 1", false)]
    public async Task A_wall_against_programs_is_known_by_its_headers(int status, string header, bool stands)
    {
        _server.At("/wall", status, headers: header);
        Assert.Equal(stands, (await AskAsync(Here("/wall"))).Challenged);
    }

    [Fact]
    public async Task The_environment_has_no_say_in_whom_is_asked()
    {
        Environment.SetEnvironmentVariable("HTTP_PROXY", "http://127.0.0.1:9");
        try
        {
            _server.At("/page", 200, "x");
            Assert.Equal(200, (await AskAsync(Here("/page"))).Status);
        }
        finally
        {
            Environment.SetEnvironmentVariable("HTTP_PROXY", null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _server.DisposeAsync();
    }

    private string Here(string path) => _server.Address + path;

    /// <summary>What a name answers, one list of addresses after the other.</summary>
    private void Name(string host, params string[] answers) => _names[host] = new ConcurrentQueue<string>(answers);

    private Task<LookupResponse> AskAsync(string address, bool loopback = true) =>
        Client(loopback).AskAsync(new LookupRequest(address), GuideHost.Cancelled);

    private PublicWebClient Client(bool loopback = true)
    {
        var options = new WebClientOptions { AllowLoopback = loopback };
        var client = new PublicWebClient(
            new GuardedConnection(LookUp, options), options,
            new GuideAgent(Options.Create(new SiteOptions { PublicUrl = "https://guide.example.org" })), _clock);
        _clients.Add(client);
        return client;
    }

    private Task<IPAddress[]> LookUp(string host, CancellationToken cancellationToken) =>
        _names.TryGetValue(host, out var answers) && answers.TryDequeue(out var addresses)
            ? Task.FromResult(addresses.Split(',').Select(IPAddress.Parse).ToArray())
            : throw new SocketException((int)SocketError.HostNotFound);
}
