using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>A table for work, as whoever works in it uses it.</summary>
internal sealed class WorkTable(IPage page)
{
    /// <summary>For how many rows there is room below the heading on the first screen.</summary>
    private const string Room =
        """
        () => {
          const row = document.querySelector('[data-table] tbody tr').getBoundingClientRect().height;
          return Math.floor((innerHeight - document.querySelector('[data-table] thead').getBoundingClientRect().bottom) / row);
        }
        """;

    /// <summary>How many rows are whole on the screen, and how high the first of them is.</summary>
    private const string Seen =
        """
        () => {
          const rows = [...document.querySelectorAll('[data-table] tbody tr')].map(row => row.getBoundingClientRect());
          const top = document.querySelector('[data-table] thead').getBoundingClientRect().bottom;
          return [rows.filter(row => row.top >= top - 1 && row.bottom <= innerHeight).length, Math.round(rows[0].height)];
        }
        """;

    public ILocator Rows => page.Locator("[data-table] tbody tr");

    public ILocator Bulk => page.Locator("[data-table] .bulk");

    public ILocator Title(int row) => Rows.Nth(row).Locator("[data-open]");

    public ILocator Box(int row) => Rows.Nth(row).GetByRole(AriaRole.Checkbox);

    /// <summary>Once the circuit stands: what is done before is not heard.</summary>
    public async Task<WorkTable> AliveAsync()
    {
        await page.Locator("[data-table][data-alive]").WaitForAsync();
        return this;
    }

    public async Task<(int Rows, int Height)> SeenAsync() =>
        await page.EvaluateAsync<int[]>(Seen) is [var rows, var height] ? (rows, height) : default;

    public Task<int> RoomAsync() => page.EvaluateAsync<int>(Room);

    public Task<double> TopOfHeadAsync() =>
        page.EvaluateAsync<double>("document.querySelector('[data-table] th').getBoundingClientRect().top");

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);
}
