using System.Net;
using System.Text.RegularExpressions;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>A browser without scripts: keeps cookies, fills in the forms of the page it is on, and follows no redirect by itself.</summary>
internal sealed class Browser : IDisposable
{
    // Not a container of the framework's: it would keep the cookies of a site whose address is https from this one, which is not.
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly HttpClient _client;

    /// <param name="host">The site.</param>
    /// <param name="cookie">What it is signed in with.</param>
    /// <param name="from">The address that a proxy says it comes from, where the site believes proxies.</param>
    public Browser(GuideHost host, string? cookie = null, string? from = null)
    {
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = host.Client.BaseAddress,
        };
        if (from is not null)
        {
            _client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        }

        if (cookie is not null)
        {
            Keep(cookie);
        }
    }

    public IHtmlDocument Page { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public string? Location { get; private set; }

    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>Where the answer leads, with its host: another site may be on it.</summary>
    public Uri WholeLocation => new(Address, Answer.Headers.Location!);

    public string Text => Regex.Replace(Page.Body!.TextContent, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1));

    public async Task<Browser> OpenAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await TakeAsync(request);
    }

    /// <summary>An address of this site with the name of the machine in it, for what does not work at its number.</summary>
    public string ByName(string path) => new UriBuilder(new Uri(_client.BaseAddress!, path)) { Host = "localhost" }.Uri.AbsoluteUri;

    /// <summary>Sends a form of this page, as it stands but for what is filled in.</summary>
    public async Task<Browser> SendAsync(string form, params (string Name, string Value)[] filledIn)
    {
        var found = Page.QuerySelectorAll<IHtmlFormElement>("form")
            .SingleOrDefault(f => (f.QuerySelector("input[name=_handler]") as IHtmlInputElement)?.Value == form)
            ?? throw new InvalidOperationException($"{Address} has no form {form}: {Text}");
        var fields = found.QuerySelectorAll<IHtmlInputElement>("input[name]")
            .Where(input => input.Type is not ("checkbox" or "radio") || input.IsChecked)
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(found.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]")
                .Select(area => KeyValuePair.Create(area.Name!, area.Value)))
            .Concat(found.QuerySelectorAll<IHtmlSelectElement>("select[name]")
                .Select(select => KeyValuePair.Create(select.Name!, select.Value ?? "")))
            .Where(field => filledIn.All(given => given.Name != field.Key))
            .Concat(filledIn.Select(given => KeyValuePair.Create(given.Name, given.Value)));
        var action = found.GetAttribute("action") is { Length: > 0 } to ? new Uri(Address, to) : Address;
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent([.. fields]) };
        return await TakeAsync(request);
    }

    /// <summary>
    /// As <see cref="SendAsync"/>, in the order of the page, for forms with rows; a field that is filled in has one value.
    /// </summary>
    public async Task<Browser> SendRowsAsync(string form, params (string Name, string Value)[] filledIn)
    {
        var found = Page.QuerySelectorAll<IHtmlFormElement>("form")
            .Single(f => (f.QuerySelector("input[name=_handler]") as IHtmlInputElement)?.Value == form);
        var fields = found.Elements.Where(element => element is not IHtmlButtonElement && element.GetAttribute("name") is not null)
            .Select(element => KeyValuePair.Create(element.GetAttribute("name")!, element switch
            {
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value ?? "",
                IHtmlInputElement input => input.Value,
                _ => "",
            }))
            .Where(field => filledIn.All(given => given.Name != field.Key))
            .Concat(filledIn.GroupBy(given => given.Name, StringComparer.Ordinal)
                .Select(given => KeyValuePair.Create(given.Key, given.Last().Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent([.. fields]) };
        return await TakeAsync(request);
    }

    /// <summary>To a page that is still open, as in another tab.</summary>
    public void Return(IHtmlDocument page, string address) => (Page, Address) = (page, new Uri(_client.BaseAddress!, address));

    /// <summary>What a script on this page would send, with the token of its form.</summary>
    public async Task<string> PostAsync(string path)
    {
        var token = Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        using var answer = await AskAsync(request);
        return await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
    }

    /// <summary>Sends what no page of this browser has a form for.</summary>
    public async Task<Browser> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        return await TakeAsync(request);
    }

    public Task<Browser> FollowAsync() => OpenAsync(Location!);

    public bool HasCookie(string name) => _cookies.ContainsKey(name) || _cookies.ContainsKey($"__Host-{name}");

    public void Dispose() => _client.Dispose();

    private async Task<Browser> TakeAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
        Answer = await AskAsync(request);
        Address = new Uri(_client.BaseAddress!, request.RequestUri!);
        Status = Answer.StatusCode;
        Location = Answer.Headers.Location is { } to ? new Uri(_client.BaseAddress!, to).PathAndQuery : null;
        Page = await new HtmlParser().ParseDocumentAsync(await Answer.Content.ReadAsStringAsync(GuideHost.Cancelled), GuideHost.Cancelled);
        return this;
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await _client.SendAsync(request, GuideHost.Cancelled);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Keep(cookie);
        }

        return answer;
    }

    /// <summary>Keeps a cookie, or forgets it: the server ends one with an empty value.</summary>
    private void Keep(string cookie)
    {
        var (name, value) = (cookie[..cookie.IndexOf('=', StringComparison.Ordinal)].Trim(),
            cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
        _cookies.Remove(name);
        if (value.Length > 0)
        {
            _cookies[name] = value;
        }
    }
}
