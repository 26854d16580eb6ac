using System.Net;
using System.Text;
using System.Xml.Linq;

using AngleSharp.Html.Parser;

using LlmGuide.Core.Catalogue;
using LlmGuide.Core.Discussion.Comments;
using LlmGuide.Core.Members;

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmGuide.Web.Tests;

/// <summary>One text with a character that no text may have is nobody else's trouble.</summary>
public sealed class OddTextTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("a \u001B[31mred\u001B[0m word", "a [31mred[0m word")]
    [InlineData("a &#16; b", "a  b")]
    [InlineData("a &#xD800; &#xFFFE; b", "b")]
    [InlineData("[a](https://example.org \"&#1;\") b", "b")]
    public async Task A_comment_with_a_character_that_XML_cannot_hold_leaves_the_feeds_standing(string text, string shown)
    {
        var host = site.Host;
        await host.SignInAsync("ada", Role.Curator);
        var ada = await host.MemberAsync("ada");
        var conversation = await host.AskAsync(
            db => db.Topics.Where(t => t.Slug == "transformer").Select(t => t.ConversationId).SingleAsync(GuideHost.Cancelled));
        var said = await host.Services.GetRequiredService<PostComment>().RunAsync(
            new Actor(ada.Id, "ada", Role.Curator), ReplyTarget.In(conversation),
            new CommentDraft { Text = text, Key = Guid.NewGuid() }, GuideHost.Cancelled);
        Assert.Null(said.Refusal);
        foreach (var path in (string[])["/discussions.atom", "/topics/transformer/feed.atom"])
        {
            using var answer = await host.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "xml"), (answer.StatusCode, await StrictReader.ReadAsync(path, answer)));
            Assert.Contains(shown, await host.TextAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_link_in_a_feed_leads_where_it_leads_on_the_site()
    {
        var host = site.Host;
        await host.SignInAsync("eve", Role.Curator);
        var eve = new Actor((await host.MemberAsync("eve")).Id, "eve", Role.Curator);
        var conversation = await host.AskAsync(
            db => db.Topics.Where(t => t.Slug == "quantization").Select(t => t.ConversationId).SingleAsync(GuideHost.Cancelled));
        var said = await host.Services.GetRequiredService<PostComment>().RunAsync(
            eve, ReplyTarget.In(conversation), new CommentDraft
            {
                Text = "Hi @eve, [x](/topics/safety) and `href=\"/y\"`.[^1]\n\n[^1]: A note.",
                Key = Guid.NewGuid(),
            }, GuideHost.Cancelled);
        foreach (var path in (string[])["/discussions.atom", "/topics/quantization/feed.atom", "/feed.atom"])
        {
            var feed = XDocument.Parse(await host.TextAsync(path));
            var content = feed.Descendants().Where(e => e.Name.LocalName == "content").Select(e => e.Value).ToList();
            Assert.All(
                content.SelectMany(html => new HtmlParser().ParseDocument(html).QuerySelectorAll("[href]")),
                link => Assert.StartsWith("http", link.GetAttribute("href"), StringComparison.Ordinal));
            Assert.All(content.Where(html => html.Contains("@eve", StringComparison.Ordinal)), html =>
            {
                Assert.Contains($"/c/{said.Value}#fn-", html, StringComparison.Ordinal);
                Assert.Contains("href=\"/y\"</code>", html, StringComparison.Ordinal);
            });
        }
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\u0000\\uffff\\u001bb\"")]
    public async Task What_programs_send_is_answered_with_good_JSON(string text)
    {
        using var content = new StringContent($$"""{ "text": {{text}} }""", Encoding.UTF8, "application/json");
        using var answer = await site.Host.Client.PostAsync("/api/v1/markdown", content, GuideHost.Cancelled);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        await StrictReader.ReadAsync("/api/v1/markdown", answer);
    }
}
