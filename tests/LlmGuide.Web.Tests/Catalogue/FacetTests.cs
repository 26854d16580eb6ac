using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LlmGuide.Web.Tests.Catalogue;

/// <summary>The filters of the list of works: several at once, with counts, and a way back from each; by links and a form.</summary>
public sealed class FacetTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("/resources?kind=video", 1)]
    [InlineData("/resources?kind=paper&kind=video", 2)]
    [InlineData("/resources?kind=paper&kind=video&level=introductory&level=advanced&topic=transformer&topic=tokenization", 6)]
    [InlineData("/resources?year=2017&year=2020&status=unchecked&q=attention", 4)]
    public async Task Each_filter_in_use_has_a_chip_that_removes_it_alone(string path, int chips)
    {
        var page = await OpenAsync(path);
        var links = page.QuerySelectorAll("ul.applied a.chip").Select(chip => chip.GetAttribute("href")!).ToList();
        Assert.Equal(chips, links.Count);
        var parts = path.Split('?')[1].Split('&').Order(StringComparer.Ordinal).ToList();
        Assert.Equal(
            parts, links.Select(link => parts.Except(Query(link)).Single()).Order(StringComparer.Ordinal));
        Assert.Equal(chips - path.Split("q=").Length + 1, page.QuerySelectorAll<IHtmlInputElement>("form.facets :checked")
            .Count(input => input.Type == "checkbox"));
    }

    [Fact]
    public async Task What_is_beside_a_choice_is_what_the_list_shows_with_it()
    {
        var page = await OpenAsync("/resources?level=introductory");
        foreach (var choice in page.QuerySelectorAll("form.facets label.check:has(input[name=kind])"))
        {
            var value = choice.QuerySelector("input")!.GetAttribute("value");
            var narrowed = await OpenAsync($"/resources?level=introductory&kind={value}");
            Assert.StartsWith(choice.QuerySelector(".n")!.FirstChild!.TextContent.Trim() + " resource",
                narrowed.QuerySelector("#found")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_value_that_does_not_exist_is_said_and_the_others_still_count()
    {
        var page = await OpenAsync("/resources?kind=video&kind=opera");
        Assert.Contains("There is no kind “opera”", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((await OpenAsync("/resources?kind=video")).QuerySelector("#found")!.TextContent,
            page.QuerySelector("#found")!.TextContent);
    }

    [Fact]
    public async Task Pages_have_numbers_and_keep_the_filters()
    {
        var page = await OpenAsync("/resources?kind=paper&kind=article&page=2");
        Assert.Equal("2", page.QuerySelector(".pages [aria-current=page]")!.TextContent.Trim());
        Assert.All(page.QuerySelectorAll(".pages a"), link => Assert.Equal(
            ["kind=article", "kind=paper"],
            Query(link.GetAttribute("href")!).Where(part => part.StartsWith("kind", StringComparison.Ordinal))));
        Assert.Contains(page.QuerySelectorAll(".pages a"), link => link.GetAttribute("href")!.EndsWith("page=3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Programs_may_ask_for_several_kinds_too()
    {
        async Task<int> TotalAsync(string query) => System.Text.Json.JsonDocument.Parse(
            await site.Host.TextAsync($"/api/v1/resources?limit=1{query}")).RootElement.GetProperty("total").GetInt32();
        Assert.Equal(await TotalAsync("&kind=paper") + await TotalAsync("&kind=video"), await TotalAsync("&kind=paper&kind=video"));
    }

    [Fact]
    public async Task A_topic_lists_its_contents_for_phones_and_what_comes_after_it_comes_after_it()
    {
        var page = await OpenAsync("/topics/transformer");
        Assert.Equal(page.QuerySelectorAll("aside .wide .toc a").Select(link => link.GetAttribute("href")),
            page.QuerySelectorAll("aside details .toc a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".toc a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.NotNull(page.QuerySelector(".toc a[href='#talk']"));
        var headings = page.QuerySelectorAll("main h2").Select(heading => heading.TextContent.Trim()).ToList();
        Assert.True(headings.IndexOf("Leads on to") > headings.IndexOf("The idea"));
        Assert.True(headings.IndexOf("Something missing?") > headings.IndexOf("Check yourself"));
        var work = await OpenAsync("/resources/attention-is-all-you-need");
        var order = work.QuerySelectorAll("main h2").Select(heading => heading.TextContent.Trim()).ToList();
        Assert.True(order.IndexOf("Why read it") < order.IndexOf("Details") && order.IndexOf("Details") < order.IndexOf("Related work"));
    }

    [Fact]
    public async Task The_rules_by_which_a_browser_fetches_ahead_have_the_type_that_it_takes()
    {
        using var page = await site.Host.GetAsync("/topics/transformer");
        var address = page.Headers.GetValues("Speculation-Rules").Single().Trim('"');
        using var rules = await site.Host.GetAsync(address);
        Assert.Equal("application/speculationrules+json", rules.Content.Headers.ContentType!.MediaType);
        using var read = System.Text.Json.JsonDocument.Parse(await rules.Content.ReadAsStringAsync(GuideHost.Cancelled));
        Assert.Equal("moderate", read.RootElement.GetProperty("prefetch")[0].GetProperty("eagerness").GetString());
    }

    private static IEnumerable<string> Query(string link) =>
        link.Split('?') is [_, var query] ? query.Split('&') : [];

    private async Task<IHtmlDocument> OpenAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await site.Host.TextAsync(path), GuideHost.Cancelled);
}
