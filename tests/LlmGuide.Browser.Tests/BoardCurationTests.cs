using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Core.Members;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>A curator at the tasks, benchmarks, metrics and results.</summary>
public sealed class BoardCurationTests(Browser browser)
{
    public static readonly TheoryData<string> Pages =
    [
        "/curate/tasks", "/curate/tasks/translation", "/curate/benchmarks", "/curate/benchmarks/squad-1-1",
        "/curate/benchmarks/squad-1-1/results", "/curate/benchmarks/squad-1-1/results/new", "/curate/metrics",
        "/curate/metrics/bleu", "/curate/import",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_accessibility_fault_in_either_theme_and_fits_360_pixels(string path) =>
        await Axe.FindsNothingAsync(await OpenAsync(path));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_result_is_added_with_the_keyboard_and_stands_on_the_leaderboard(bool scripts)
    {
        var model = $"By keyboard {(scripts ? "with" : "without")} a script";
        var page = await browser.OpenAsync("/benchmarks/multinli", scripts: scripts, member: "bella", roles: Role.Curator);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Add a result" }).PressAsync("Enter");
        await page.Locator("[name=Model]").FillAsync(model);
        await page.Locator("[name='Score.Value']").First.FillAsync("91.7");
        await page.Locator("[name=MeasuredBy]").SelectOptionAsync("authors");
        await page.GetByLabel("Address of the number").FillAsync("https://example.org/table-3");
        await page.GetByLabel("Address of the number").PressAsync("Enter");
        await Assertions.Expect(page.Locator("tbody th").Filter(new LocatorFilterOptions { HasText = model })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_is_looked_at_and_imported_with_its_report()
    {
        var page = await OpenAsync("/curate/import");
        const string File =
            """[{"task": "Translation", "datasets": [{"dataset": "In the browser", "sota": {"metrics": ["BLEU"], "rows": [{"model_name": "Sent", "paper_url": "https://example.org/a", "metrics": {"BLEU": "31"}}]}}]}]""";
        await page.GetByLabel("File").SetInputFilesAsync(
            new FilePayload { Name = "boards.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(File) });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Preview the import" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Import", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Imported" })).ToBeVisibleAsync();
        await page.GotoAsync("/benchmarks/in-the-browser");
        await Assertions.Expect(page.Locator("tbody th")).ToContainTextAsync("Sent");
    }

    /// <summary>Opens a page as a curator; where it holds a table for work, once that is alive.</summary>
    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync(path, member: "bella", roles: Role.Curator);
        if (path is "/curate/tasks" or "/curate/benchmarks" or "/curate/metrics")
        {
            await new WorkTable(page).AliveAsync();
        }

        return page;
    }
}
