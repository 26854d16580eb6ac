using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

using LlmGuide.Core.Catalogue;

using Microsoft.EntityFrameworkCore;

namespace LlmGuide.Web.Tests;

/// <summary>What an anonymous reader gets, over HTTP.</summary>
public sealed class PageTests(SeededSite site) : IClassFixture<SeededSite>
{
    public static readonly TheoryData<string> Pages = ["/", "/topics/transformer", "/topics/nlp-tasks",
        "/resources", "/resources/attention-is-all-you-need", "/tasks", "/tasks/translation",
        "/benchmarks/conll-2003", "/metrics", "/about", "/api", "/search?q=attention", "/search/help"];

    private GuideHost Host => site.Host;

    /// <summary>
    /// How many pages there may be for each work, with all others counted in; more means that pages make pages without end.
    /// </summary>
    private const int MostPagesForAWork = 16;

    /// <summary>
    /// Of what is one template in many addresses so many are opened: the pages of models, each kind of file about a work, a task or a
    /// benchmark, and each list by its filters. What they are about is named on the map of the site, all of which
    /// <see cref="EveryPage.EveryPageTests"/> opens.
    /// </summary>
    private const int MostAlike = 60;

    /// <summary>Whoever is not signed in is sent to the sign-in: from each row of a leaderboard, and from the page of the API.</summary>
    private static readonly string[] SignInFirst = ["/suggest", "/account/tokens"];

    [Fact]
    public async Task No_link_on_any_page_leads_nowhere()
    {
        var works = await Host.AskAsync(db => db.Resources.CountAsync(GuideHost.Cancelled));
        var map = await Host.TextAsync("/sitemap.xml");
        var alike = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/"]);
        var documents = new Dictionary<string, IHtmlDocument>(StringComparer.Ordinal);
        var wanted = new List<(string From, string Path, string Fragment)>();
        while (open.TryDequeue(out var path))
        {
            if (!seen.Add(path))
            {
                continue;
            }

            if (TemplateOf(path) is { } template && (alike[template] = alike.GetValueOrDefault(template) + 1) > MostAlike)
            {
                Assert.True(
                    path.Contains('?') || map.Contains(path.Split('.')[0] + "</loc>", StringComparison.Ordinal), $"{path} is on no map.");
                continue;
            }

            using var answer = await Host.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, $"{path} answers {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = documents[path] = await DocumentAsync(answer);
            foreach (var address in page.QuerySelectorAll("a[href], link[href], img[src], script[src]")
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!))
            {
                if (address.StartsWith('#'))
                {
                    wanted.Add((path, path, address[1..]));
                }
                else if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)
                    && !SignInFirst.Contains(address.Split('?')[0]))
                {
                    // The way back that a sign-in is given would make another page of each page.
                    var parts = (address.StartsWith("/account/", StringComparison.Ordinal) ? address.Split('?')[0] : address).Split('#');

                    // Every leaderboard can be had in a dozen orders of the same rows.
                    if (!address.StartsWith("/benchmarks/", StringComparison.Ordinal)
                        || !address.Contains("?sort=", StringComparison.Ordinal))
                    {
                        open.Enqueue(parts[0]);
                    }

                    Assert.True(
                        seen.Count < works * MostPagesForAWork, $"There seems to be no end to the pages; one of them is {address}.");
                    if (parts.Length > 1)
                    {
                        wanted.Add((path, parts[0], parts[1]));
                    }
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", seen
            .GroupBy(path => path.Split('/')[1].Split('?')[0], StringComparer.Ordinal).Select(kind => $"{kind.Count()} of {kind.Key}")));
        Assert.InRange(seen.Count, works, works * MostPagesForAWork);
        Assert.All(wanted.Where(link => documents.ContainsKey(link.Path) || TemplateOf(link.Path) is null), link => Assert.True(
            documents[link.Path].GetElementById(link.Fragment) is not null,
            $"{link.From} links to {link.Path}#{link.Fragment}, which is not there"));
    }

    /// <returns>What many addresses share; <c>null</c> for a page of its own.</returns>
    private static string? TemplateOf(string path) => path.Split('/', '?')[1] is var room && path.Contains('?') ? $"{room}?"
        : room == "models" && path.Length > "/models".Length ? room
        : room is "resources" or "topics" or "tasks" or "benchmarks" && path.Contains('.') ? room + path[path.IndexOf('.')..]
        : null;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole_without_scripts_styles_or_other_hosts(string path)
    {
        using var answer = await Host.GetAsync(path);
        Assert.EndsWith("</html>", await answer.Content.ReadAsStringAsync(GuideHost.Cancelled));
        var page = await DocumentAsync(answer);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotEmpty(page.Title!);
        Assert.NotEmpty(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!);

        // Readers meet modules of ours, which add comfort: the text is whole without them.
        var scripts = "script:not([type='application/ld+json'], [type='module'][src^='/js/'])";
        Assert.Empty(page.QuerySelectorAll($"{scripts}, [style], style, iframe"));

        // The canonical address and the text of a page are named whole, for programs; nothing is loaded from them.
        Assert.All(page.QuerySelectorAll("link[href]:not([rel=canonical], [type='text/markdown']), img[src]"), e => Assert.StartsWith(
            "/", e.GetAttribute("href") ?? e.GetAttribute("src")));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Head_says_what_get_says_without_a_body(string path)
    {
        using var answer = await Host.SendAsync(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(GuideHost.Cancelled));
    }

    [Theory]
    [InlineData("/", "Course")]
    [InlineData("/topics/transformer", "LearningResource")]
    [InlineData("/resources/attention-is-all-you-need", "ScholarlyArticle")]
    public async Task Linked_data_says_what_the_page_is(string path, string type)
    {
        var page = await DocumentAsync(await Host.GetAsync(path));
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(type, data.RootElement.GetProperty("@type").GetString());
    }

    [Fact]
    public async Task A_paper_carries_the_tags_that_reference_managers_read()
    {
        var page = await DocumentAsync(await Host.GetAsync("/resources/attention-is-all-you-need"));
        Assert.Equal(8, page.QuerySelectorAll("meta[name=citation_author]").Length);
        Assert.Equal("1706.03762", page.QuerySelector("meta[name=citation_arxiv_id]")!.GetAttribute("content"));
        Assert.Equal("2017/06", page.QuerySelector("meta[name=citation_publication_date]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/topics/transfomer", "/topics/transformer")]
    [InlineData("/resources/atention-is-all-you-need", "/resources/attention-is-all-you-need")]
    [InlineData("/nowhere", "/")]
    public async Task What_does_not_exist_answers_404_with_a_way_on(string path, string suggested)
    {
        using var answer = await Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull((await DocumentAsync(answer)).QuerySelector($"main a[href='{suggested}']"));
    }

    [Theory]
    [InlineData("/resources?page=-1", "There is no page “-1”")]
    [InlineData("/resources?page=1000000000000", "There is no page 1000000000000; this is the last")]
    [InlineData("/resources?page=abc", "There is no page “abc”")]
    [InlineData("/resources?kind=foo", "There is no kind “foo”")]
    [InlineData("/resources?level=9", "There is no level “9”")]
    [InlineData("/resources?year=abc", "“abc” is not a year")]
    [InlineData("/resources?status=nope", "There is no status “nope”")]
    [InlineData("/resources?topic=nope", "There is no topic “nope”")]
    [InlineData("/tasks?type=nope", "No task matches")]
    [InlineData("/search?q=zzzzzz", "Nothing matches “zzzzzz”")]
    [InlineData("/search?page=-1&q=attention", "Results for “attention”")]
    public async Task A_value_that_does_not_exist_is_said_and_repaired(string path, string sentence)
    {
        using var answer = await Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(sentence, (await DocumentAsync(answer)).QuerySelector("main")!.TextContent);
    }

    [Theory]
    [InlineData("/resources?q=")]
    [InlineData("/search?q=")]
    [InlineData("/tasks?q=")]
    [InlineData("/?unknown=")]
    public async Task A_query_string_of_ten_kilobytes_is_answered(string start)
    {
        using var answer = await Host.GetAsync(start + new string('a', 10_240));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text()
    {
        var page = await DocumentAsync(await Host.GetAsync("/search?q=" + Uri.EscapeDataString("<script>alert(1)</script>\"'")));
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task No_formula_is_left_as_source_on_any_topic()
    {
        foreach (Match topic in Regex.Matches(
            await Host.TextAsync("/sitemap.xml"), "/topics/[a-z0-9-]+", RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            var page = await DocumentAsync(await Host.GetAsync(topic.Value));
            foreach (var code in page.QuerySelectorAll("pre, code"))
            {
                code.Remove();
            }

            Assert.DoesNotContain("$", page.QuerySelector("main")!.TextContent);
        }
    }

    [Fact]
    public async Task A_kept_page_comes_back_with_its_tag_as_304()
    {
        using var first = await Host.GetAsync("/topics/transformer");
        using var second = await Host.GetAsync("/topics/transformer", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/", 17)]
    [InlineData("/topics/transformer", 17)]
    [InlineData("/resources/attention-is-all-you-need", 17)]
    public async Task A_first_visit_weighs_at_most_a_hundred_kilobytes(string path, int mostHtml)
    {
        const int LatinFont = 52_000;
        const int Italic = 18_000;
        using var page = await Host.GetAsync(path, ("Accept-Encoding", "br"));
        Assert.Equal("br", Assert.Single(page.Content.Headers.ContentEncoding));
        var html = (await page.Content.ReadAsByteArrayAsync(GuideHost.Cancelled)).Length;
        var css = Brotli(
            await File.ReadAllBytesAsync(Path.Combine(GuideHost.WebProject, "wwwroot", "css", "guide.css"), GuideHost.Cancelled));
        Assert.InRange(html, 1, mostHtml * 1024);
        Assert.InRange(html + css + LatinFont + Italic, 1, 100 * 1024);
    }

    [Fact]
    public async Task A_kept_theme_is_on_the_page_and_nowhere_else()
    {
        using var kept = await Host.GetAsync("/theme?theme=dark&back=/topics/transformer");
        Assert.Equal("/topics/transformer", kept.Headers.Location!.ToString());
        Assert.StartsWith("theme=dark", kept.Headers.GetValues("Set-Cookie").Single());
        Assert.Contains("data-theme=\"dark\"", await (await Host.GetAsync("/topics/transformer", ("Cookie", "theme=dark"))).Content
            .ReadAsStringAsync(GuideHost.Cancelled));
        Assert.DoesNotContain("data-theme", await Host.TextAsync("/topics/transformer"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("")]
    public async Task A_theme_leads_back_to_this_site_only(string back)
    {
        using var answer = await Host.GetAsync("/theme?theme=dark&back=" + Uri.EscapeDataString(back));
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/robots.txt", "Sitemap: http")]
    [InlineData("/sitemap.xml", "/resources/t5</loc>")]
    [InlineData("/llms.txt", "## Alignment and post-training")]
    [InlineData("/opensearch.xml", "{searchTerms}")]
    [InlineData("/manifest.webmanifest", "favicon.svg")]
    [InlineData("/favicon.svg", "<svg")]
    public async Task Crawlers_and_browsers_find_their_files(string path, string content) =>
        Assert.Contains(content, await Host.TextAsync(path));

    private static int Brotli(byte[] bytes)
    {
        var packed = new byte[bytes.Length];
        Assert.True(System.IO.Compression.BrotliEncoder.TryCompress(bytes, packed, out var written, quality: 11, window: 22));
        return written;
    }

    private static async Task<IHtmlDocument> DocumentAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(GuideHost.Cancelled), GuideHost.Cancelled);
}
