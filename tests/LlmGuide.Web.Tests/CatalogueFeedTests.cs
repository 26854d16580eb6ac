using System.Net;
using System.Xml.Linq;

namespace LlmGuide.Web.Tests;

/// <summary>What is new in the guide, for feed readers.</summary>
public sealed class CatalogueFeedTests(SeededSite site) : IClassFixture<SeededSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_feed_of_the_guide_lists_what_was_added_last()
    {
        var feed = XDocument.Parse(await site.Host.TextAsync("/feed.atom")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(50, entries.Count);
        Assert.Equal(50, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.All(entries, entry => Assert.Contains("/resources/", entry.Element(Atom + "link")!.Attribute("href")!.Value));

        // A slug can change; a citation key never does.
        Assert.All(entries, entry => Assert.Matches("/feed[.]atom#[a-z0-9]+$", entry.Element(Atom + "id")!.Value));
        Assert.All(entries, entry => Assert.NotEmpty(entry.Element(Atom + "author")!.Value));
        Assert.Contains(feed.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == "self"
            && link.Attribute("href")!.Value.EndsWith("/feed.atom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_kept_and_asked_for_again_with_304()
    {
        using var first = await site.Host.GetAsync("/feed.atom");
        using var again = await site.Host.GetAsync("/feed.atom", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(
            ("application/atom+xml", HttpStatusCode.NotModified), (first.Content.Headers.ContentType!.MediaType, again.StatusCode));
    }
}
