using System.Text;

using LlmGuide.Core.Lookup;
using LlmGuide.Core.Lookup.Pages;
using LlmGuide.Core.Tests.Databases;

namespace LlmGuide.Core.Tests.Lookup.Pages;

/// <summary>What stands in the place of a page is never taken for it, whatever its status.</summary>
public sealed class PageSignsTests
{
    private const string Asked = "https://example.org/blog/post";

    public static TheoryData<string, string> Walls => new()
    {
        { "Just a moment...", nameof(PageSign.Challenge) },
        { "Just a moment…", nameof(PageSign.Challenge) },
        { "Attention Required! | Cloudflare", nameof(PageSign.Challenge) },
        { "Access denied", nameof(PageSign.Challenge) },
        { "Access to this page has been denied.", nameof(PageSign.Challenge) },
        { "Robot or human?", nameof(PageSign.Challenge) },
        { "Are you a robot?", nameof(PageSign.Challenge) },
        { "Verifying you are human. This may take a few seconds.", nameof(PageSign.Challenge) },
        { "Pardon Our Interruption", nameof(PageSign.Challenge) },
        { "DDoS-Guard", nameof(PageSign.Challenge) },
        { "Security Check - Example", nameof(PageSign.Challenge) },
        { "请稍候…", nameof(PageSign.Challenge) },
        { "Sign in - Google Accounts", nameof(PageSign.SignIn) },
        { "Log in to Facebook", nameof(PageSign.SignIn) },
        { "Login", nameof(PageSign.SignIn) },
        { "LinkedIn Login, Sign in | LinkedIn", nameof(PageSign.SignIn) },
        { "Sign Up | LinkedIn", nameof(PageSign.SignIn) },
        { "Anmelden – Beispiel", nameof(PageSign.SignIn) },
        { "Before you continue to YouTube", nameof(PageSign.Consent) },
        { "Your privacy choices", nameof(PageSign.Consent) },
        { "Bevor Sie fortfahren zu Google", nameof(PageSign.Consent) },
        { "404", nameof(PageSign.Missing) },
        { "404 Not Found", nameof(PageSign.Missing) },
        { "404 - Page not found", nameof(PageSign.Missing) },
        { "Error 404", nameof(PageSign.Missing) },
        { "Page not found", nameof(PageSign.Missing) },
        { "Page Not Found · GitHub Pages", nameof(PageSign.Missing) },
        { "Example | Page not found", nameof(PageSign.Missing) },
        { "The page you requested was not found", nameof(PageSign.Missing) },
        { "Oops! We can't find that page.", nameof(PageSign.Missing) },
        { "This page doesn’t exist", nameof(PageSign.Missing) },
        { "Sorry, this page isn't available.", nameof(PageSign.Missing) },
        { "Seite nicht gefunden - Beispiel", nameof(PageSign.Missing) },
        { "Page introuvable", nameof(PageSign.Missing) },
        { "Страница не найдена", nameof(PageSign.Missing) },
        { "ページが見つかりません", nameof(PageSign.Missing) },
        { "Subscribe to read | Financial Times", nameof(PageSign.SignIn) },
        { "Too Many Requests", nameof(PageSign.Challenge) },
        { "Your browser is not supported", nameof(PageSign.Challenge) },
        { "Redirecting…", nameof(PageSign.Leading) },
        { "Redirecting to https://example.org/new", nameof(PageSign.Leading) },
        { "301 Moved Permanently", nameof(PageSign.Leading) },
        { "Loading...", nameof(PageSign.Leading) },
        { "JavaScript is not available.", nameof(PageSign.Leading) },
        { "Please enable JavaScript to continue", nameof(PageSign.Leading) },
        { "503 Service Temporarily Unavailable", nameof(PageSign.Broken) },
        { "Error establishing a database connection", nameof(PageSign.Broken) },
        { "Site under maintenance", nameof(PageSign.Broken) },
        { "Welcome to nginx!", nameof(PageSign.Broken) },
        { "example.org is for sale | HugeDomains", nameof(PageSign.Missing) },
        { "This domain is parked", nameof(PageSign.Missing) },
        { "Account Suspended", nameof(PageSign.Missing) },
        { "Loading and saving models", nameof(PageSign.Page) },
        { "Error analysis of language models", nameof(PageSign.Page) },
        { "Moved by attention", nameof(PageSign.Page) },
        { "What is for sale in the age of models", nameof(PageSign.Page) },
        { "Attention Is All You Need", nameof(PageSign.Page) },
        { "Lost in the Middle: How Language Models Use Long Contexts", nameof(PageSign.Page) },
        { "Not all tokens are found equal", nameof(PageSign.Page) },
        { "Access control lists | Docs", nameof(PageSign.Page) },
        { "How to sign in with a passkey", nameof(PageSign.Page) },
        { "HTTP 404: the history of an error", nameof(PageSign.Page) },
        { "Just a moment of attention", nameof(PageSign.Page) },
        { "Consent in machine learning", nameof(PageSign.Page) },
    };

    [Theory]
    [MemberData(nameof(Walls))]
    public void A_title_tells(string title, string sign) => Assert.Equal(sign, Of($"<title>{title}</title>").ToString());

    [Theory]
    [InlineData("<title>Example</title><h1>Page not found</h1>", nameof(PageSign.Missing))]
    [InlineData("<title>Loading...</title><meta property=og:title content='A post'>", nameof(PageSign.Page))]
    [InlineData("<title>Loading...</title><meta property=og:site_name content='A site'>", nameof(PageSign.Leading))]
    [InlineData("<title>Example</title><script>window._cf_chl_opt={cvId:'3'};</script>", nameof(PageSign.Challenge))]
    [InlineData("<title>A post</title><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>", nameof(PageSign.Page))]
    public void A_heading_or_a_script_tells(string html, string sign) => Assert.Equal(sign, Of(html).ToString());

    [Theory]
    [InlineData("https://example.org/login?next=/blog/post", nameof(PageSign.SignIn))]
    [InlineData("https://example.org/users/sign_in", nameof(PageSign.SignIn))]
    [InlineData("https://accounts.google.com/v3/x", nameof(PageSign.SignIn))]
    [InlineData("https://example.org/wp-login.php", nameof(PageSign.SignIn))]
    [InlineData("https://www.linkedin.com/authwall", nameof(PageSign.SignIn))]
    [InlineData("https://example.org/login;jsessionid=1A", nameof(PageSign.SignIn))]
    [InlineData("https://example.org/realms/x/protocol/openid-connect/auth?client_id=1", nameof(PageSign.SignIn))]
    [InlineData("https://example.org/adfs/ls/?wa=wsignin1.0", nameof(PageSign.SignIn))]
    [InlineData("https://medium.com/m/global-identity-2?redirectUrl=x", nameof(PageSign.SignIn))]
    [InlineData("https://example.org/?lang=en", nameof(PageSign.Home))]
    [InlineData("https://example.org/?error=404&ref=x", nameof(PageSign.Home))]
    [InlineData("https://example.org/en/index.html", nameof(PageSign.Home))]
    [InlineData("https://example.org/default.aspx", nameof(PageSign.Home))]
    [InlineData("https://example.org/?p=12", nameof(PageSign.Page))]
    [InlineData("https://consent.youtube.com/m?continue=x", nameof(PageSign.Consent))]
    [InlineData("https://example.org/404.html", nameof(PageSign.Missing))]
    [InlineData("https://example.org/page-not-found/", nameof(PageSign.Missing))]
    [InlineData("https://example.org/", nameof(PageSign.Home))]
    [InlineData("https://www.example.org/en/", nameof(PageSign.Home))]
    [InlineData("https://other.example.net/", nameof(PageSign.Home))]
    [InlineData("https://example.org/index.html", nameof(PageSign.Home))]
    [InlineData("https://example.org/blog/post/", nameof(PageSign.Page))]
    [InlineData("https://blog.example.org/login-free-models", nameof(PageSign.Page))]
    [InlineData("https://blog.example.org/post", nameof(PageSign.Page))]
    public void Where_a_redirect_ends_tells(string landed, string sign) => Assert.Equal(sign, PageSigns.Landing(Asked, landed).ToString());

    [Fact]
    public void A_project_may_move_to_a_host_of_its_own() =>
        Assert.Equal(PageSign.Page, PageSigns.Landing("https://www.example.edu/~project", "https://project.example.org/"));

    [Theory]
    [InlineData(200, true, "A fine title", "The site shows programs a check instead of the page.")]
    [InlineData(403, true, "A fine title", "The site shows programs a check instead of the page.")]
    [InlineData(200, false, "Just a moment...", "The site shows programs a check instead of the page.")]
    [InlineData(200, false, "Sign in to continue", "The site shows a page for signing in.")]
    [InlineData(200, false, "Page not found", "The site says that there is no such page.")]
    public async Task No_wall_becomes_a_title(int status, bool challenged, string title, string why)
    {
        await using var database = await TestDatabases.Sqlite().MigratedAsync();
        database.Web.At(Asked, FakeWebClient.Text($"<title>{title}</title>") with { Status = status, Challenged = challenged });
        var found = await database.Get<MetadataLookup>().RunAsync(Asked, GuideDatabase.Cancelled);
        Assert.Equal((WorkMetadata.None, why), (found.Value!.Facts, found.Value.Why));
    }

    private static PageSign Of(string html)
    {
        var answer = new LookupResponse(200, null, "200 OK") { Address = Asked, Body = Encoding.UTF8.GetBytes(html) };
        return PageSigns.Of(Asked, answer, PageText.Scan(answer, CancellationToken.None));
    }
}
