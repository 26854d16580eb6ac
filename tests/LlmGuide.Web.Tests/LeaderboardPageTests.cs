using System.Globalization;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace LlmGuide.Web.Tests;

/// <summary>What a reader sees of results: who measured them, how old they are, what is no model, and what they are of.</summary>
public sealed class LeaderboardPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task Independent_and_self_reported_numbers_are_told_apart_by_a_word_and_a_sign_and_can_be_filtered()
    {
        var page = await PageAsync("/benchmarks/tau-bench-retail");
        var words = page.QuerySelectorAll("td[data-l=Measured]").Select(cell => (
            Word: cell.QuerySelector("span span")!.TextContent, Sign: cell.QuerySelector("svg path")!.GetAttribute("d"))).ToList();
        Assert.Equal(
            ["Independent", "Self-reported"], words.Select(w => w.Word).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(2, words.Distinct().Count());

        var independent = await PageAsync("/benchmarks/tau-bench-retail?measured=independent");
        Assert.InRange(independent.QuerySelectorAll("tr[id]").Length, 1, words.Count - 1);
        Assert.Contains("Independent: measured by Sierra", independent.QuerySelector(".prov")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "all are shown", (await PageAsync("/benchmarks/tau-bench-retail?measured=nobody")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_is_shown_alone_and_a_chart_is_of_one()
    {
        var all = await PageAsync("/benchmarks/math");
        var one = await PageAsync("/benchmarks/math?version=math-500");
        Assert.InRange(one.QuerySelectorAll("tr[id]").Length, 1, all.QuerySelectorAll("tr[id]").Length - 1);
        Assert.Contains("version MATH-500", one.QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_model_is_a_line_of_the_chart_and_stands_below_the_table()
    {
        var page = await PageAsync("/benchmarks/boolq");
        Assert.Equal(1, page.QuerySelectorAll("tr[id]").Length);
        Assert.Equal(2, page.QuerySelectorAll(".chartbox .ref").Length);
        Assert.Contains("People (what people reach): Accuracy 90", Words(page.QuerySelector(".prov")!), StringComparison.Ordinal);
        Assert.Contains("1 result", page.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_holds_for_every_row_is_said_once_and_a_row_reports_in_its_menu()
    {
        var page = await PageAsync("/benchmarks/conll-2003");
        Assert.Equal(0, page.QuerySelectorAll("tbody .gloss").Length);
        Assert.Contains(
            "Self-reported: measured by the authors of the model.", page.QuerySelector(".prov")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Wang et al., 2021", page.QuerySelector("td.src a")!.TextContent.Trim());
        var row = page.QuerySelector("tr[id]")!;
        var menu = page.GetElementById(row.QuerySelector("button[popovertarget]")!.GetAttribute("popovertarget")!)!;
        Assert.NotNull(menu.QuerySelector("a[href^='/suggest']"));
    }

    [Fact]
    public async Task A_state_is_a_quiet_line()
    {
        var page = await PageAsync("/benchmarks/humaneval");
        Assert.Contains("Saturated", page.QuerySelector("p.state")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".note.warn"));
    }

    [Fact]
    public async Task A_figure_that_was_computed_to_the_last_bit_has_two_decimals()
    {
        var page = await PageAsync("/benchmarks/tau-bench-retail");
        Assert.All(
            page.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Trim()),
            figure => Assert.Matches(@"^(–not known|\d+(\.\d{1,4})?)$", figure));
        Assert.Contains(page.QuerySelectorAll("td.num"), cell => cell.TextContent.Trim() == "81.58");
    }

    [Fact]
    public async Task Tasks_say_how_far_their_data_reach_and_full_boards_stand_first()
    {
        var page = await PageAsync("/tasks");
        Assert.Contains("Results reach to Aug 2026.", page.QuerySelector("p.state")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "stop in 2022 or earlier: read those boards as history", page.QuerySelector("p.state")!.TextContent, StringComparison.Ordinal);
        var results = page.QuerySelectorAll("td[data-l=Results]")
            .Select(cell => int.Parse(cell.ChildNodes[0].TextContent.Trim(), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(results.OrderDescending(), results);
    }

    [Fact]
    public async Task An_empty_board_leads_on()
    {
        var page = await PageAsync("/benchmarks/bfcl");
        Assert.Equal(
            "https://gorilla.cs.berkeley.edu/leaderboard.html", page.QuerySelector(".empty a[rel=external]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector(".empty a[href^='/suggest']"));
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<IDocument> PageAsync(string path) =>
        await new HtmlParser().ParseDocumentAsync(await site.Host.TextAsync(path), GuideHost.Cancelled);
}
