using LlmGuide.Core.LinkChecks.Rounds;

namespace LlmGuide.Core.Tests.LinkChecks.Rounds;

/// <summary>The examples of RFC 9309, and what sites write besides.</summary>
public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/anything", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: Other\nDisallow: /", "/x", true)]
    [InlineData("User-agent: llmguide\nDisallow: /\n\nUser-agent: *\nAllow: /", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: LlmGuide/1.0\nAllow: /", "/x", true)]
    [InlineData("User-agent: Other\nUser-agent: LlmGuide\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: LlmGuide\nDisallow: /a\n\nUser-agent: Other\nDisallow: /c\n\nUser-agent: LlmGuide\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: LlmGuide\nDisallow: /a\n\nUser-agent: Other\nDisallow: /c", "/c", true)]
    [InlineData("User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/x/y.gif", false)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/x/y.gif?z", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/a-b-c-d", false)]
    [InlineData("User-agent: *\nDisallow: /a*b$", "/ab-ab", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /*?print", "/page?print", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("\uFEFFuser-AGENT : * # all\r\ndisallow : /x # not this", "/x", false)]
    [InlineData("User-agent: *\nSitemap: https://example.org/s.xml\nDisallow: /x", "/x", false)]
    [InlineData("Disallow: /", "/x", true)]
    [InlineData("<html>not found</html>", "/x", true)]
    public void A_rule_decides(string text, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(text, "LlmGuide").Allow(new Uri($"https://example.org{path}")));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 15", 15)]
    [InlineData("User-agent: *\nCrawl-delay: 3600", 30)]
    [InlineData("User-agent: *\nCrawl-delay: -3", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: Other\nCrawl-delay: 15", null)]
    public void A_site_may_ask_for_a_pause_of_half_a_minute_at_most(string text, int? seconds) =>
        Assert.Equal(seconds, (int?)RobotsRules.Parse(text, "LlmGuide").Delay?.TotalSeconds);

    [Fact]
    public void A_pattern_of_stars_is_walked_in_one_go() =>
        Assert.True(RobotsRules.Parse($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("a*", 5000))}$", "LlmGuide")
            .Allow(new Uri($"https://example.org/{new string('a', 1900)}b")));
}
