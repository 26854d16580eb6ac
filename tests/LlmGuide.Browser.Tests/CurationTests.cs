using LlmGuide.Browser.Tests.Pages;
using LlmGuide.Core.Members;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>A curator at the table and the form of resources.</summary>
public sealed class CurationTests(Browser browser)
{
    [Fact]
    public async Task At_least_18_resources_are_seen_on_a_screen_each_in_one_line_under_a_heading_that_stays()
    {
        var page = await OpenAsync("/curate/resources");
        var table = await new WorkTable(page).AliveAsync();
        var (rows, height) = await table.SeenAsync();
        Assert.True(rows >= 18, $"{rows} rows of {height} px are seen.");
        Assert.InRange(height, 36, 41);
        Assert.Equal(await table.Title(0).TextContentAsync(), await table.Title(0).GetAttributeAsync("title"));
        await table.Rows.Nth(40).ScrollIntoViewIfNeededAsync();
        Assert.Equal(await page.EvaluateAsync<double>("document.querySelector('.bar').clientHeight"), await table.TopOfHeadAsync(), 1.5);
    }

    [Fact]
    public async Task A_member_takes_one_row_of_44_pixels_whose_menu_leads_to_the_acts()
    {
        await browser.Host.SignInAsync("one-of-many");
        var page = await browser.OpenAsync("/admin?sort=name", member: "rita", roles: Role.Admin);
        var table = await new WorkTable(page).AliveAsync();
        Assert.Equal(44, (await table.SeenAsync()).Height);
        await page.GetByLabel("Name or address").FillAsync("one-of");
        await Assertions.Expect(table.Rows).ToHaveCountAsync(1);
        await Assertions.Expect(page).ToHaveURLAsync("/admin?q=one-of&sort=name");
        await table.Rows.First.Locator("summary").ClickAsync();
        await table.Rows.First.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Roles of one-of-many" }).ClickAsync();
        await page.GetByLabel("Curator").CheckAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Curator")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_curator_selects_in_the_table_with_the_keyboard_and_changes_what_is_selected()
    {
        var page = await OpenAsync("/curate/resources?q=tulu");
        var faults = Faults(page);
        var table = await new WorkTable(page).AliveAsync();
        await Assertions.Expect(table.Bulk).ToBeHiddenAsync();
        await table.PressAsync("j");
        await Assertions.Expect(table.Title(0)).ToBeFocusedAsync();
        var plain = await ColourAsync(table);
        await table.PressAsync("x");
        await Assertions.Expect(page.GetByText("1 selected")).ToBeVisibleAsync();
        Assert.NotEqual(plain, await ColourAsync(table));
        await page.GetByLabel("Action", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("level:introductory");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Apply" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Done, with 1 resource.")).ToBeVisibleAsync();
        await Assertions.Expect(table.Bulk).ToBeHiddenAsync();
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Keys_go_from_row_to_row_open_edit_filter_and_tell_of_themselves()
    {
        var page = await OpenAsync("/curate/resources");
        var table = await new WorkTable(page).AliveAsync();
        foreach (var (key, row) in ((string, int)[])[("j", 0), ("j", 1), ("j", 2), ("k", 1)])
        {
            await table.PressAsync(key);
            await Assertions.Expect(table.Title(row)).ToBeFocusedAsync();
        }

        await table.PressAsync("?");
        await Assertions.Expect(page.GetByText("Next row")).ToBeVisibleAsync();
        await table.PressAsync("?");
        await table.PressAsync("/");
        await Assertions.Expect(page.GetByLabel("Title or author")).ToBeFocusedAsync();
        await table.Title(1).FocusAsync();
        var address = (await table.Title(1).GetAttributeAsync("href"))!;
        await table.PressAsync("e");
        await Assertions.Expect(page).ToHaveURLAsync($"/curate{address}");
        await page.GoBackAsync();
        await table.AliveAsync();
        await table.Title(1).PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(address);
    }

    [Fact]
    public async Task The_first_selected_row_brings_the_bar_and_Cancel_takes_it_away()
    {
        var page = await OpenAsync("/curate/resources");
        var table = await new WorkTable(page).AliveAsync();
        await table.Box(0).CheckAsync();
        await table.Box(2).CheckAsync();
        await Assertions.Expect(page.GetByText("2 selected")).ToBeInViewportAsync();
        await table.Bulk.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(table.Bulk).ToBeHiddenAsync();
        await Assertions.Expect(table.Box(0)).Not.ToBeCheckedAsync();
        await page.GetByLabel("Select all rows of this page").CheckAsync();
        await Assertions.Expect(page.GetByText("50 selected")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_column_sorts_the_rows_of_all_pages_and_a_filter_takes_effect_at_once()
    {
        var page = await OpenAsync("/curate/resources");
        var table = await new WorkTable(page).AliveAsync();
        await page.Locator("[data-table] th").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Year" }).PressAsync("Enter");
        await Assertions.Expect(table.Rows.First).Not.ToContainTextAsync("Attention Is All You Need");
        await page.GetByLabel("Title or author").FillAsync("Attention Is All You Need");
        await Assertions.Expect(table.Rows.First).ToContainTextAsync("Attention Is All You Need");
        await Following.ArrivesAsync(page, @"/curate/resources\?q=Attention[^&]+&sort=year$");
        await page.ReloadAsync();
        await table.AliveAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Remove the filter “Attention Is All You Need”" })
            .ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync("/curate/resources?sort=year");
        await Assertions.Expect(table.Rows).ToHaveCountAsync(50);
    }

    [Fact]
    public async Task The_form_is_filled_in_and_sent_with_the_keyboard()
    {
        var page = await OpenAsync("/curate/resources?q=bert");
        var table = await new WorkTable(page).AliveAsync();
        await table.PressAsync("j");
        await table.PressAsync("e");
        await page.GetByLabel("Venue").FillAsync("By keyboard");
        await page.GetByLabel("Venue").PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("dd").Filter(new() { HasText = "By keyboard" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/curate/resources")]
    [InlineData("/curate/resources/attention-is-all-you-need")]
    [InlineData("/curate/stale")]
    public async Task A_page_has_no_accessibility_fault_in_either_theme_and_fits_360_pixels(string path) =>
        await Axe.FindsNothingAsync(await OpenAsync(path));

    [Fact]
    public async Task Without_a_script_the_table_is_a_list_with_forms()
    {
        var page = await browser.OpenAsync("/curate/resources?q=bert", scripts: false, member: "plain-curator", roles: Role.Curator);
        var table = new WorkTable(page);
        await table.Rows.First.Locator("summary").ClickAsync();
        await Assertions.Expect(table.Rows.First.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Edit" }))
            .ToBeVisibleAsync();
        await Assertions.Expect(table.Bulk).ToBeHiddenAsync();
        await table.Box(0).CheckAsync();
        await page.SelectOptionAsync("#bulk-do", "confirm");
        await page.ClickAsync("text=Apply");
        await Assertions.Expect(page.GetByText("Done, with 1 resource.")).ToBeVisibleAsync();
    }

    /// <summary>Opens a page as a curator; where it holds an island, once that is alive.</summary>
    private async Task<IPage> OpenAsync(string path)
    {
        var page = await browser.OpenAsync(path, member: "curator", roles: Role.Curator);
        if (path.StartsWith("/curate/resources?", StringComparison.Ordinal) || path is "/curate/resources" or "/curate/stale")
        {
            await new WorkTable(page).AliveAsync();
        }

        return page;
    }

    private static Task<string> ColourAsync(WorkTable table) =>
        table.Rows.First.Locator("td").First.EvaluateAsync<string>("cell => getComputedStyle(cell).backgroundColor");

    /// <summary>What the page says to its console of what went wrong, from now on.</summary>
    private static List<string> Faults(IPage page)
    {
        var faults = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type is "error")
            {
                faults.Add(said.Text);
            }
        };
        return faults;
    }
}
