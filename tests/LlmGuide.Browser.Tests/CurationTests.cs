using LlmGuide.Core.Members;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>A curator at the table and the form of resources.</summary>
public sealed class CurationTests(Browser browser)
{
    [Fact]
    public async Task A_curator_selects_in_the_table_with_the_keyboard_and_changes_what_is_selected()
    {
        var page = await OpenAsync("/curate/resources?q=tulu");
        var box = page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { NameRegex = new("^Select .*T", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) }).First;
        await box.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.GetByText("1 selected")).ToBeVisibleAsync();
        await page.GetByLabel("What to do with them").SelectOptionAsync("level:introductory");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Do it" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Done, with 1 resource.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_column_sorts_the_rows_of_all_pages_and_a_filter_takes_effect_at_once()
    {
        var page = await OpenAsync("/curate/resources");
        await page.Locator(".mud-table-root th").Filter(new LocatorFilterOptions { HasText = "Year" }).GetByRole(AriaRole.Button).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".mud-table-root tbody tr").First).Not.ToContainTextAsync("Attention Is All You Need");
        await page.GetByLabel("Title or author").First.FillAsync("Attention Is All You Need");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".mud-table-root tbody tr").First).ToContainTextAsync("Attention Is All You Need");
    }

    [Fact]
    public async Task The_form_is_filled_in_and_sent_with_the_keyboard()
    {
        var page = await OpenAsync("/curate/resources?q=bert");
        await page.Locator(".mud-table-root a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Venue").FillAsync("By keyboard");
        await page.GetByLabel("Venue").PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("By keyboard")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/curate/resources")]
    [InlineData("/curate/resources/attention-is-all-you-need")]
    [InlineData("/curate/stale")]
    public async Task A_page_has_no_accessibility_fault_in_either_theme_and_fits_360_pixels(string path) => await Axe.FindsNothingAsync(await OpenAsync(path));

    [Fact]
    public async Task Without_a_script_the_table_is_a_list_with_forms()
    {
        var page = await browser.OpenAsync("/curate/resources?q=bert", scripts: false, member: "plain-curator", roles: Role.Curator);
        await page.Locator("tbody input[name=id]").First.CheckAsync();
        await page.SelectOptionAsync("#bulk-do", "confirm");
        await page.ClickAsync("text=Do it");
        await Assertions.Expect(page.GetByText("Done, with 1 resource.")).ToBeVisibleAsync();
    }

    /// <summary>Opens a page as a curator; where it holds an island, once that is alive.</summary>
    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync(path, member: "curator", roles: Role.Curator);
        if (path.StartsWith("/curate/resources?", StringComparison.Ordinal) || path == "/curate/resources")
        {
            await page.Locator(".mud-table-root tbody a").First.WaitForAsync();
        }

        return page;
    }
}
