using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>A leaderboard.</summary>
internal sealed class BoardPage(IPage page)
{
    private const string Table = "section.scroll > table.tbl.fold";

    public Task<string?> SortedAsync(string column) => Head(column).GetAttributeAsync("aria-sort");

    /// <summary>Goes to the head of a column with the keyboard alone, and presses Enter.</summary>
    public async Task SortWithKeyboardAsync(string column)
    {
        var link = Head(column).Locator("a");
        for (var key = 0; key < 80; key++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.Locator(":focus").InnerTextAsync() == await link.InnerTextAsync()
                && await page.Locator($"{Table} th a:focus").CountAsync() == 1)
            {
                await page.Keyboard.PressAsync("Enter");
                await page.WaitForLoadStateAsync();
                return;
            }
        }

        Assert.Fail($"The Tab key did not reach “{column}”.");
    }

    public Task<string> FirstModelAsync() => page.Locator($"{Table} tbody th").First.InnerTextAsync();

    public Task<int> RowsAsync() => page.Locator($"{Table} tbody tr").CountAsync();

    public async Task<IReadOnlyList<string>> DatesAsync() => await page.Locator($"{Table} td[data-l=Date]").AllInnerTextsAsync();

    public async Task FilterAsync(string year)
    {
        await page.SelectOptionAsync("#b-year", year);
        await page.ClickAsync("form.filters button");
    }

    private ILocator Head(string column) => page.Locator($"{Table} thead th").Filter(new LocatorFilterOptions { HasText = column }).First;
}
