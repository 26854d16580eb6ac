using LlmGuide.Browser.Tests.Pages;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>Somebody reads leaderboards.</summary>
public sealed class BoardTests(Browser browser)
{
    private const string Board = "/benchmarks/conll-2003";

    /// <summary>The width of a sheet in pixels of CSS, of which there are 96 to an inch.</summary>
    private const int A4 = 794;

    [Fact]
    public async Task A_leaderboard_is_sorted_with_the_keyboard_and_without_a_script()
    {
        var page = await browser.OpenAsync(Board, scripts: false);
        var board = new BoardPage(page);
        Assert.Equal("descending", await board.SortedAsync("F1"));
        var best = await board.FirstModelAsync();
        await board.SortWithKeyboardAsync("F1");
        Assert.Equal("ascending", await board.SortedAsync("F1"));
        Assert.NotEqual(best, await board.FirstModelAsync());
        await board.SortWithKeyboardAsync("Model");
        Assert.Equal(("ascending", null), (await board.SortedAsync("Model"), await board.SortedAsync("F1")));
        Assert.Contains("sort=model", page.Url);
    }

    [Fact]
    public async Task A_model_and_its_boards_are_found_with_the_keyboard_and_without_a_script()
    {
        var page = await browser.OpenAsync("/models", scripts: false);
        await PathPage.OpenWithKeyboardAsync(page, "Claude Opus 5");
        Assert.Equal("Claude Opus 5", await page.Locator("h1").InnerTextAsync());
        await Assertions.Expect(page.Locator("table.tbl")).ToContainTextAsync("Independent Sierra");
        await PathPage.OpenWithKeyboardAsync(page, "τ-bench banking knowledge");
        await Assertions.Expect(page.Locator("table.tbl").Last).ToContainTextAsync("Claude Opus 5");
    }

    [Fact]
    public async Task A_leaderboard_is_filtered_by_year_without_a_script_and_the_address_says_so()
    {
        var page = await browser.OpenAsync(Board, scripts: false);
        var board = new BoardPage(page);
        var all = await board.RowsAsync();
        await board.FilterAsync("2018");
        Assert.Contains("year=2018", page.Url);
        Assert.InRange(await board.RowsAsync(), 1, all - 1);
        Assert.All(await board.DatesAsync(), date => Assert.EndsWith("2018", date));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Show all results" }).ClickAsync();
        Assert.Equal(all, await board.RowsAsync());
    }

    [Fact]
    public async Task The_chart_tells_its_story_and_every_step_of_it_stands_in_a_table()
    {
        var page = await browser.OpenAsync(Board);
        Assert.Contains("The best score goes from", await page.Locator("svg[role=img] desc").First.TextContentAsync());
        await page.GetByText("The steps as a table").PressAsync("Enter");
        var steps = await page.Locator("figure details tbody tr").CountAsync();
        Assert.Equal(steps, await page.Locator("figure .chartbox svg :is(.p1, .p2)").CountAsync());
        Assert.True(await page.Locator("figure details tbody tr").First.IsVisibleAsync());
    }

    [Theory]
    [InlineData("/benchmarks/conll-2003?print=1", "figure details tbody tr")]
    [InlineData("/tasks/translation?print=1", "figure details tbody tr")]
    [InlineData("/tasks", "tbody tr")]
    [InlineData("/metrics", "table.tbl tbody tr")]
    [InlineData("/models/claude-opus-5", "table.tbl tbody tr")]
    [InlineData("/benchmarks/tau-bench-retail?print=1", "table.tbl tbody tr")]
    public async Task A_print_has_every_number_and_no_controls_and_is_no_wider_than_its_paper(string path, string row)
    {
        var page = await browser.OpenAsync(path, scheme: ColorScheme.Dark);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await page.Locator("header.bar").IsVisibleAsync());
        Assert.Equal(0, await page.Locator("form:visible, button:visible").CountAsync());
        Assert.True(await page.Locator(row).First.IsVisibleAsync());
        Assert.Equal(0, await page.GetByText("Download as CSV").And(page.Locator(":visible")).CountAsync());
        await page.SetViewportSizeAsync(A4, 1123);
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, A4);
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Theory]
    [InlineData("/tasks")]
    [InlineData("/tasks/translation")]
    [InlineData("/benchmarks/conll-2003")]
    [InlineData("/benchmarks/squad-1-1")]
    [InlineData("/metrics")]
    public async Task On_a_phone_nothing_scrolls_sideways(string path)
    {
        var page = await browser.OpenAsync(path, width: 360, scheme: ColorScheme.Dark);
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, 360);
    }
}
