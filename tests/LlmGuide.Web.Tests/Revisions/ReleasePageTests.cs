using System.Net;

using LlmGuide.Web.Tests.Accounts;

namespace LlmGuide.Web.Tests.Revisions;

/// <summary>The path is published, for readers, feeds and crawlers.</summary>
public sealed class ReleasePageTests
{
    [Fact]
    public async Task A_release_is_published_and_seen_at_once_wherever_it_belongs()
    {
        await using var site = await PathSite.StartAsync();
        Assert.Contains("No releases yet", await site.Host.TextAsync("/releases"), StringComparison.Ordinal);
        Assert.DoesNotContain("/releases/1<", await site.Host.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
        using var ada = await site.BrowserAsync();
        await PublishAsync(ada, "The **first** edition, with $x^2$.");
        Assert.Equal("/releases/1", ada.Location);
        Assert.Contains("<strong>first</strong>", await site.Host.TextAsync("/releases"), StringComparison.Ordinal);
        Assert.Contains("/releases/1<", await site.Host.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("/releases/1\"", await site.Host.TextAsync("/changes"), StringComparison.Ordinal);
        Assert.Contains("Published Release 1", await site.Host.TextAsync("/changes.atom"), StringComparison.Ordinal);
        Assert.Contains("/releases/1\"", await site.Host.TextAsync("/changes.atom"), StringComparison.Ordinal);
        Assert.Contains("href=\"/releases\"", await site.Host.TextAsync("/"), StringComparison.Ordinal);
        Assert.Contains("<math", await site.Host.TextAsync("/releases/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_says_what_changed_since_any_other()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await PublishAsync(ada, "One.");
        await PathSite.EditAsync(ada, "tokenization", ("Title", "Pieces of text"));
        await PublishAsync(ada, "Two.");
        await PathSite.EditAsync(ada, "transformer", ("Title", "The great Transformer"));
        await PublishAsync(ada, "Three.");
        using var reader = new Browser(site.Host);
        await reader.OpenAsync("/releases/3");
        Assert.Contains("What changed since release 2", reader.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["The great Transformer"], reader.Page.QuerySelectorAll("section[aria-labelledby=topics] li > p a").Select(a => a.TextContent));
        await reader.OpenAsync("/releases/3?from=1");
        Assert.Equal(2, reader.Page.QuerySelectorAll("section[aria-labelledby=topics] li").Length);
        await reader.OpenAsync("/releases/3?from=77");
        Assert.Contains("no such release", reader.Text, StringComparison.Ordinal);
        await reader.OpenAsync("/releases/4");
        Assert.Equal(HttpStatusCode.NotFound, reader.Status);
    }

    [Fact]
    public async Task Notes_are_needed_previewed_and_kept_when_the_session_ends()
    {
        await using var site = await PathSite.StartAsync();
        using var ada = await site.BrowserAsync();
        await PublishAsync(ada, " ");
        Assert.Contains("Tell readers what is new.", ada.Text, StringComparison.Ordinal);
        await ada.SendAsync("publish", ("Notes", "Kept **here**."), ("do", "preview"));
        Assert.NotNull(ada.Page.QuerySelector("section[aria-labelledby=preview] strong"));
        await site.Host.EndSessionsAsync("ada");
        await ada.SendAsync("publish", ("do", "publish"));
        Assert.Contains("You are signed out", ada.Text, StringComparison.Ordinal);
        Assert.Equal("Kept **here**.", ada.Page.QuerySelector("[name=Notes]")!.TextContent.Trim());
        Assert.Contains("No releases yet", await site.Host.TextAsync("/releases"), StringComparison.Ordinal);
    }

    private static async Task PublishAsync(Browser browser, string notes)
    {
        await browser.OpenAsync("/curate/release");
        await browser.SendAsync("publish", ("Notes", notes), ("do", "publish"));
    }
}
