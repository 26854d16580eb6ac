using System.Net;
using System.Text.Json;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Discussion;
using LlmGuide.Web.Tests.Accounts;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests.Discussion;

/// <summary>One form that is sent twice, and what a composer is told of those who speak.</summary>
public sealed class TwicePostedTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task The_same_text_twice_is_one_comment_and_another_text_is_kept_with_a_word()
    {
        using var browser = new Browser(site.Host, await site.Host.SignInAsync("ada"));
        var conversation = await ConversationAsync("tokenization");
        await browser.OpenAsync($"/write/{conversation}");
        var key = KeyIn(browser);
        await browser.SendAsync("write", ("Draft.Text", "First text"));
        var first = browser.Location;
        await browser.OpenAsync($"/write/{conversation}");
        await browser.SendAsync("write", ("Draft.Key", key), ("Draft.Text", "First text"));
        Assert.Equal(first, browser.Location);
        await browser.OpenAsync($"/write/{conversation}");
        await browser.SendAsync("write", ("Draft.Key", key), ("Draft.Text", "Second text"));

        Assert.Contains("has posted another text already", browser.Page.QuerySelector(".err")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Second text", browser.Page.QuerySelector("#say")!.TextContent.Trim());
        Assert.NotEqual(key, KeyIn(browser));
        await browser.SendAsync("write");
        Assert.Equal(["First text", "Second text"], await site.Host.AskAsync(db => db.Comments.Where(c => c.ConversationId == conversation)
            .OrderBy(c => c.Id).Select(c => c.Body.Markdown).ToListAsync(GuideHost.Cancelled)));
    }

    [Fact]
    public async Task Who_speaks_in_a_discussion_is_told_to_members_alone()
    {
        var (ada, conversation) = (await site.Host.SignInAsync("ada"), await ConversationAsync("quantization"));
        foreach (var name in (string[])["ben", "cy"])
        {
            using var browser = new Browser(site.Host, await site.Host.SignInAsync(name));
            await browser.OpenAsync($"/write/{conversation}");
            await browser.SendAsync("write", ("Draft.Text", "I wonder."));
        }

        using var answer = await site.Host.GetAsync($"/conversations/{conversation}/people", ("Cookie", ada));
        Assert.Equal(["cy", "ben"], JsonSerializer.Deserialize<string[]>(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled))!);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var nobodys = await site.Host.GetAsync($"/conversations/{conversation}/people");
        Assert.NotEqual(HttpStatusCode.OK, nobodys.StatusCode);
    }

    private static string KeyIn(Browser browser) => browser.Page.QuerySelector("[name='Draft.Key']")!.GetAttribute("value")!;

    private Task<int> ConversationAsync(string topic) => site.Host.AskAsync(
        db => db.Topics.Where(t => t.Slug == topic).Select(t => t.ConversationId).SingleAsync(GuideHost.Cancelled));
}
