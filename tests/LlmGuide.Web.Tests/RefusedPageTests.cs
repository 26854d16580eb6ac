using System.Net;
using System.Text;

using AngleSharp.Html.Parser;

using LlmGuide.Web.Shared;
using LlmGuide.Web.Tests.Accounts;

namespace LlmGuide.Web.Tests;

/// <summary>Whatever is refused, people get a page with the bar, a sentence and a way on; and no way back makes an error of ours.</summary>
public sealed class RefusedPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private GuideHost Host => site.Host;

    [Theory]
    [InlineData("GET", "/not/here", null, 404, "not on the map")]
    [InlineData("GET", "/search?q=%00", null, 400, "could not be read")]
    [InlineData("POST", "/me/follow", "a=b", 400, "out of date")]
    [InlineData("POST", "/account/sign-in", "Draft.Who=ada", 400, "Nothing was sent")]
    [InlineData("POST", "/theme", "theme=dark", 405, "cannot be opened")]
    [InlineData("DELETE", "/topics/transformer", null, 405, "cannot be opened")]
    [InlineData("PUT", "/account", null, 405, "cannot be opened")]
    [InlineData("GET", "/admin", null, 403, "Access denied")]
    [InlineData("GET", "/admin/health", null, 403, "Access denied")]
    [InlineData("GET", "/curate/links", null, 403, "Access denied")]
    [InlineData("GET", "/curate/topics/transformer", null, 403, "Access denied")]
    [InlineData("GET", "/moderate", null, 403, "Access denied")]
    public async Task A_page_that_is_refused_has_the_bar_a_sentence_and_a_way_on(
        string method, string path, string? form, int status, string words)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = form is null ? null : new StringContent(form, Encoding.ASCII, "application/x-www-form-urlencoded"),
            Headers = { { "Cookie", await Host.SignInAsync("visitor") } },
        };
        await ShowsAsync(request, status, words);
    }

    [Fact]
    public async Task So_has_what_is_too_large_and_what_comes_too_often()
    {
        using var large = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new ByteArrayContent(new byte[31_000_000]),
            Headers = { { "Expect", "100-continue" } },
        };
        large.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");

        // Nothing is sent before the server has said that it wants it, however long that takes.
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = Host.Client.BaseAddress,
        };
        await ShowsAsync(large, 413, "too large", patient);
        await using var strict = await GuideHost.StartAsync("--Database:SeedOnStart=false", "--RateLimits:SignIn=1");
        using var browser = new Browser(strict);
        for (var n = 0; n < 4 && browser.Status != HttpStatusCode.TooManyRequests; n++)
        {
            await browser.SignInAsync("nobody", "wrong password");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("header nav a"));
        Assert.Contains("Try again in", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/City/København")]
    [InlineData("/search?q=日本語&x=ü#ö")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/%2F%2Fevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/ok\r\nSet-Cookie: a=b")]
    [InlineData("/ok\u0085x")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a/../..//evil.example")]
    [InlineData("/%E0%A4%A")]
    [InlineData("/100%")]
    [InlineData("/\uFFFE\uD83D\uDE00")]
    [InlineData("?q=1")]
    [InlineData("")]
    [InlineData("LONG")]
    [InlineData("LONGÜ")]
    public async Task Every_way_back_leads_to_this_site_and_none_is_an_error(string back)
    {
        var given = back switch
        {
            "LONG" => "/" + new string('a', 7_000),
            "LONGÜ" => "/" + new string('ü', 2_000),
            _ => back,
        };
        var cookie = await Host.SignInAsync("wanderer");
        foreach (var (path, who) in (IEnumerable<(string, string?)>)
            [("/theme?theme=dark&back=", null), ("/account/sign-in?back=", cookie), ("/account/register?back=", cookie),
            ("/account/sign-in?back=", null), ("/account/welcome?back=", cookie), ("/account/two-factor?back=", null)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path + Uri.EscapeDataString(given));
            request.Headers.TryAddWithoutValidation("Cookie", who ?? "");
            using var answer = await Host.Client.SendAsync(request, GuideHost.Cancelled);
            Assert.True((int)answer.StatusCode < 400, $"{path}{back}: {answer.StatusCode}");
            var location = answer.Headers.Location?.OriginalString ?? "/";
            Assert.True(
                location is ['/'] or ['/', not ('/' or '\\'), ..] && location.All(c => char.IsAscii(c) && !char.IsControl(c)), location);
        }
    }

    private async Task ShowsAsync(HttpRequestMessage request, int status, string words, HttpClient? client = null)
    {
        using var answer = await (client ?? Host.Client).SendAsync(request, GuideHost.Cancelled);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        var page = await new HtmlParser().ParseDocumentAsync(
            await answer.Content.ReadAsStringAsync(GuideHost.Cancelled), GuideHost.Cancelled);
        Assert.NotNull(page.QuerySelector("header nav a"));
        Assert.NotNull(page.QuerySelector("footer"));
        Assert.NotEmpty(page.QuerySelector("main h1")!.TextContent.Trim());
        Assert.Contains(words, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='{Links.Home}'], main form"));
    }
}
