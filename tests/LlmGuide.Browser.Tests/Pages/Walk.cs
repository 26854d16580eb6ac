using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>Goes from page to page by the links that can be seen.</summary>
internal sealed class Walk(IPage page)
{
    /// <summary>What opens is opened: a menu, a part of a page. What leads elsewhere, or only skips to the text, does not count.</summary>
    private const string Links =
        """
        () => {
          for (const details of document.querySelectorAll('details')) {
            details.removeAttribute('name'); // of those with one name only one is open at a time
            details.open = true;
          }
          const seen = link => {
            const box = link.getBoundingClientRect();
            return link.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.right > 0 && box.left < innerWidth;
          };
          const links = [...document.querySelectorAll('a[href]:not(.skip):not([download])')];
          return [...new Set(links.filter(link => link.origin === location.origin && seen(link)).map(link => link.pathname + link.search))];
        }
        """;

    /// <returns>For each width the addresses that can be seen.</returns>
    public async Task<IReadOnlyList<string[]>> LinksOfAsync(string address, params int[] widths)
    {
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        var found = new List<string[]>();
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            found.Add(await page.EvaluateAsync<string[]>(Links));
        }

        return found;
    }
}
