using System.Net;

using LlmGuide.Web.Caching;
using LlmGuide.Web.Settings;
using LlmGuide.Web.Shared;
using LlmGuide.Web.Shared.Sections;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests.Caching;

/// <summary>A site with a public address that is https, behind proxies of every kind.</summary>
public sealed class HttpsTests(HttpsTests.PublicSite site) : IClassFixture<HttpsTests.PublicSite>
{
    private const string Public = "https://guide.example.org";

    private static readonly (string, string) Host = ("Host", "guide.example.org");
    private static readonly (string, string) Http = ("X-Forwarded-Proto", "http");
    private static readonly (string, string) Https = ("X-Forwarded-Proto", "https");

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/search?q=a%20b", "/search?q=a%20b")]
    [InlineData("//other.example/x", "//other.example/x")]
    [InlineData("/css/guide.css", "/css/guide.css")]
    public async Task Who_comes_by_plain_http_is_sent_to_the_public_address_and_nowhere_else(string asked, string path)
    {
        using var answer = await site.Host.GetAsync(site.Host.Client.BaseAddress + asked[1..], ("Host", "other.example"), Http);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, Public + path), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nowhere")]
    [InlineData("/robots.txt")]
    public async Task Who_comes_by_https_is_answered_and_told_to_stay_with_it_whether_the_page_was_kept_or_not(string path)
    {
        foreach (var _ in (int[])[1, 2])
        {
            using var answer = await site.Host.GetAsync(path, Host, Https);
            Assert.NotEqual(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
            Assert.Equal(["max-age=31536000"], answer.Headers.GetValues("Strict-Transport-Security"));
        }

        using var elsewhere = await site.Host.GetAsync(path, ("Host", "localhost"), Https);
        Assert.False(elsewhere.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Behind_a_proxy_that_does_not_say_how_the_visitor_came_nobody_is_sent_round_in_a_circle()
    {
        using var silent = await site.Host.GetAsync("/", Host);
        Assert.Equal(HttpStatusCode.OK, silent.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_is_on_https_is_not_redirected_even_where_a_second_proxy_says_http()
    {
        using var mistaken = await site.Host.GetAsync("/", Host, Http, ("Sec-Fetch-Mode", "navigate"));
        Assert.Equal(HttpStatusCode.OK, mistaken.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_checks_are_answered_however_they_come(string path)
    {
        using var answer = await site.Host.GetAsync(path, Http);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("", "", "", false, 0)]
    [InlineData("http://guide.example.org", "", "", false, 0)]
    [InlineData(Public, "", "", true, 365)]
    [InlineData(Public, "false", "0", false, 0)]
    [InlineData(Public, "true", "30", true, 30)]
    public void It_is_on_where_the_public_address_is_https(string url, string redirect, string days, bool redirects, int said)
    {
        var read = With(url, redirect, days).GetRequiredService<HttpsOptions>();
        Assert.Equal((redirects, said), (read.Redirects, read.DaysTold));
    }

    [Theory]
    [InlineData(Public, "perhaps", "", "The setting Https:Redirect is “perhaps”; it must be true or false.")]
    [InlineData(Public, "", "-1", "The setting Https:HstsDays is “-1”; it must be a whole number from 0 to 730.")]
    [InlineData("", "true", "", "The setting Https:Redirect is “true”; it must be false unless Site:PublicUrl begins with https://.")]
    [InlineData(
        "http://guide.example.org", "", "30",
        "The setting Https:HstsDays is “30”; it must be 0 unless Site:PublicUrl begins with https://.")]
    public void A_wrong_value_is_a_line_with_key_value_and_what_is_allowed(string url, string redirect, string days, string line) =>
        Assert.Equal(line, Assert.Throws<StartUpException>(() => SettingsCheck.Require(With(url, redirect, days))).Message);

    private static ServiceProvider With(string url, string redirect, string days) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
            [new("Site:PublicUrl", url), new("Https:Redirect", redirect), new("Https:HstsDays", days)]).Build())
        .AddSection<SiteOptions>(SiteOptions.Section).AddHttps().BuildServiceProvider();

    public sealed class PublicSite : IAsyncLifetime
    {
        public GuideHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Host = await GuideHost.StartAsync($"--Site:PublicUrl={Public}", "--ForwardedHeaders_Enabled=true");

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
