using System.Net;
using System.Text.RegularExpressions;

namespace LlmGuide.Web.Tests.Settings;

/// <summary>A browser that is signed in at a program that runs, with the form of a discussion open.</summary>
internal sealed partial class Writer : IDisposable
{
    private readonly HttpClient _http;
    private string _token = "";
    private string _action = "";

    private Writer(Uri address, string name)
    {
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
            Expect100ContinueTimeout = Timeout.InfiniteTimeSpan,
        })
        {
            BaseAddress = address,
        };
        Name = name;
    }

    public string Name { get; }

    /// <param name="address">Where the program listens.</param>
    /// <param name="name">The new member's.</param>
    /// <param name="page">What is read when it is written.</param>
    public static async Task<Writer> RegisterAsync(Uri address, string name, string page)
    {
        var writer = new Writer(address, name);
        await writer.OpenAsync("/account/register");
        using var registered = await writer._http.PostAsync(
            "/account/register",
            writer.Form("register", ("Draft.Name", name), ("Draft.Mail", $"{name}@example.org"), ("Draft.Password", GuideHost.Password)),
            GuideHost.Cancelled);
        writer._action = Action().Match(await writer.OpenAsync(page)).Value;
        Assert.NotEmpty(writer._action);
        return writer;
    }

    public Task<HttpResponseMessage> PostAsync(string text) => _http.PostAsync(_action, Comment(text), GuideHost.Cancelled);

    /// <summary>Posts at a node of the same guide, as a proxy does that sends somebody to another one.</summary>
    /// <param name="key">What tells a comment that is posted again from a new one.</param>
    public Task<HttpResponseMessage> PostAtAsync(Uri node, string text, Guid key) =>
        _http.PostAsync(new Uri(node, _action), Comment(text, key), GuideHost.Cancelled);

    /// <summary>Posts, and waits until the program is at it: it has asked for the body.</summary>
    /// <returns>The answer to come.</returns>
    public async Task<Task<HttpResponseMessage>> BeginToPostAsync(string text)
    {
        var content = new AskedFor(Comment(text));
        var answer = AnswerAsync(content);
        await content.Sent.WaitAsync(GuideHost.Cancelled);
        return answer;
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _http.GetAsync(path, GuideHost.Cancelled);
        return answer.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> AnswerAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _action) { Content = content };
        request.Headers.ExpectContinue = true;
        return await _http.SendAsync(request, GuideHost.Cancelled);
    }

    private FormUrlEncodedContent Comment(string text, Guid? key = null) =>
        Form("write", ("Draft.Key", (key ?? Guid.NewGuid()).ToString()), ("Draft.Text", text));

    private FormUrlEncodedContent Form(string form, params (string Name, string Value)[] fields) =>
        new([new("_handler", form), new("__RequestVerificationToken", _token),
            .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);

    private async Task<string> OpenAsync(string path)
    {
        var html = await _http.GetStringAsync(path, GuideHost.Cancelled);
        _token = Token().Match(html).Groups["token"].Value;
        return html;
    }

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    [GeneratedRegex("/write/[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();

    /// <summary>A body that is sent once it is asked for.</summary>
    private sealed class AskedFor : HttpContent
    {
        private readonly HttpContent _inner;
        private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public AskedFor(HttpContent inner)
        {
            _inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        public Task Sent => _sent.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await _inner.CopyToAsync(stream, context, GuideHost.Cancelled);
            _sent.SetResult();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _inner.Headers.ContentLength ?? 0;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
