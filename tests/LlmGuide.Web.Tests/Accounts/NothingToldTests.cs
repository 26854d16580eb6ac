using System.Net;

namespace LlmGuide.Web.Tests.Accounts;

/// <summary>What answers say beside what was asked: no host that a request made up, no version, no inside.</summary>
public sealed class NothingToldTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("/account")]
    [InlineData("/curate")]
    [InlineData("/suggest")]
    [InlineData("/account/two-factor")]
    [InlineData("/account/external")]
    [InlineData("/theme?to=dark&back=/about")]
    public async Task An_address_that_an_answer_leads_to_does_not_begin_with_the_host_that_was_asked(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
        using var answer = await site.Host.Client.SendAsync(request, GuideHost.Cancelled);
        var location = answer.Headers.Location?.OriginalString ?? "/";
        Assert.True(location is ['/'] or ['/', not '/', ..] && !location.Contains("evil", StringComparison.Ordinal), location);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/not/there")]
    [InlineData("/api/v1/topics?limit=x")]
    [InlineData("/api/v1/not-there")]
    [InlineData("/account/sign-in")]
    [InlineData("/health/ready")]
    public async Task An_answer_says_nothing_of_what_it_is_made_with(string path)
    {
        using var answer = await site.Host.GetAsync(path);
        Assert.DoesNotContain(
            answer.Headers, header => header.Key is "Server" or "X-Powered-By" or "X-AspNet-Version" or "X-AspNetMvc-Version");
        var text = await answer.Content.ReadAsStringAsync(GuideHost.Cancelled);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_site_is_https_its_cookies_are_for_this_host_alone_and_never_sent_in_the_open()
    {
        await using var host = await AccountSite.StartWithMailAsync();
        await host.SignInAsync("ada");
        using var browser = new Browser(host);
        await browser.OpenAsync("/account/sign-in");
        var antiforgery = browser.Answer.Headers.GetValues("Set-Cookie").Single();
        await browser.SendAsync("sign-in", ("Draft.Who", "ada"), ("Draft.Password", GuideHost.Password));
        Assert.Equal(HttpStatusCode.Redirect, browser.Status);
        var session = browser.Answer.Headers.GetValues("Set-Cookie")
            .Single(cookie => cookie.Contains(AccountSite.Cookie, StringComparison.Ordinal));
        foreach (var cookie in (string[])[antiforgery, session])
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            var parts = cookie.ToLowerInvariant().Split("; ");
            Assert.All((string[])["path=/", "secure", "httponly", "samesite=lax"], part => Assert.Contains(part, parts));
            Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.Ordinal));
        }
    }
}
