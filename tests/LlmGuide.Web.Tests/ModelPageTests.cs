using System.Net;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using LlmGuide.Web.Tests.Revisions;

namespace LlmGuide.Web.Tests;

/// <summary>One model over all benchmarks, whatever its sources call it.</summary>
public sealed class ModelPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task A_model_has_its_results_by_task_with_who_measured_them_under_all_of_its_names()
    {
        var page = await PageAsync("/models/gpt-4-1");
        Assert.Equal("GPT-4.1", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("by OpenAI", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["GPT-4.1", "gpt-4.1", "gpt-4.1-2025-04-14"],
            page.QuerySelectorAll("td[data-l=Named]").Select(cell => cell.TextContent).Distinct().Order(StringComparer.Ordinal));
        Assert.True(page.QuerySelectorAll("h2[id^='t-']").Length >= 4);
        Assert.Equal(
            ["Independent", "Self-reported"],
            page.QuerySelectorAll("td[data-l=Measured] span span:first-of-type").Select(word => word.TextContent).Distinct()
                .Where(word => word.Length > 0 && !word.StartsWith(',')).Order(StringComparer.Ordinal));
        Assert.NotNull(page.QuerySelector("a[href='/benchmarks/mmlu']"));
    }

    [Fact]
    public async Task A_merged_name_leads_to_the_model_for_people_and_programs()
    {
        using var page = await site.Host.GetAsync("/models/gpt-4-1-2025-04-14");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/models/gpt-4-1"), (page.StatusCode, Path(page)));
        using var json = await site.Host.GetAsync("/api/v1/models/gpt-4-1-2025-04-14");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/api/v1/models/gpt-4-1"), (json.StatusCode, Path(json)));
        using var unknown = await site.Host.GetAsync("/models/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Models_are_found_by_any_of_their_names_by_vendor_and_by_year()
    {
        Assert.Contains("/models/gpt-4-1", await AddressesAsync("/models?q=gpt-4.1-2025-04-14"));
        var anthropic = await PageAsync("/models?vendor=Anthropic");
        Assert.All(anthropic.QuerySelectorAll("td[data-l=Vendor]"), cell => Assert.Equal("Anthropic", cell.TextContent));
        Assert.NotEmpty(anthropic.QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await PageAsync("/models?year=2018")).QuerySelectorAll("tbody tr"));
        Assert.NotNull((await PageAsync("/models?q=zzzz")).QuerySelector(".empty"));
    }

    [Fact]
    public async Task Every_model_of_a_leaderboard_is_linked_from_its_row_and_from_the_list_and_the_map_of_the_site()
    {
        var board = await PageAsync("/benchmarks/aider-polyglot");
        Assert.Equal(board.QuerySelectorAll("tr[id]").Length, board.QuerySelectorAll(".more a[href^='/models/']").Length);
        Assert.NotNull((await PageAsync("/tasks")).QuerySelector("a[href='/models']"));
        Assert.Contains("/models/gpt-4-1</loc>", await site.Host.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("/models/gpt-4-1-2025-04-14</loc>", await site.Host.TextAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_curator_merges_two_names_and_takes_it_back()
    {
        await using var path = await PathSite.StartAsync();
        using var ada = await path.BrowserAsync();
        await ada.OpenAsync("/curate/models/gpt-4o");
        await ada.SendAsync("model", ("MergedInto", "gpt-4o-august-2024"));
        Assert.Equal("/models/gpt-4o-august-2024", ada.Location ?? ada.Text);
        using (var moved = await path.Host.GetAsync("/models/gpt-4o"))
        {
            Assert.Equal((HttpStatusCode.MovedPermanently, "/models/gpt-4o-august-2024"), (moved.StatusCode, Path(moved)));
        }

        Assert.Contains("merged", await path.Host.TextAsync("/changes"), StringComparison.Ordinal);
        await ada.OpenAsync("/curate/models/gpt-4o-august-2024");
        await ada.SendAsync("model", ("MergedInto", "gpt-4o"));
        Assert.Contains("is itself shown as", ada.Text, StringComparison.Ordinal);
        await ada.OpenAsync("/curate/models/gpt-4o");
        await ada.SendAsync("model", ("MergedInto", ""));
        using var back = await path.Host.GetAsync("/models/gpt-4o");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Contains("separated", await path.Host.TextAsync("/changes"), StringComparison.Ordinal);
    }

    private static string? Path(HttpResponseMessage answer) => answer.Headers.Location is { IsAbsoluteUri: true } whole
        ? whole.AbsolutePath : answer.Headers.Location?.OriginalString;

    private async Task<IReadOnlyList<string>> AddressesAsync(string path) =>
        [.. (await PageAsync(path)).QuerySelectorAll("tbody th a").Select(link => link.GetAttribute("href")!)];

    private async Task<IDocument> PageAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await site.Host.TextAsync(path), GuideHost.Cancelled);
}
