using Deque.AxeCore.Commons;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests;

/// <summary>
/// What axe finds on a page. The script is given to the page once and runs for each look; the package's own call gives it anew for each,
/// opens a second page beside it, and brings back all that passed as well, which was most of the time that the browser tests took.
/// </summary>
internal static class Axe
{
    private const string Run =
        """
        async () => {
          for (const a of document.getAnimations()) { try { a.finish() } catch { a.cancel() } }
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const found = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], elementRef: false });
          return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${v.help}: ${n.html}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly (ColorScheme Scheme, int Width)[] Looks =
        [(ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Light, 360), (ColorScheme.Dark, 360)];

    /// <summary>In both themes, on a desk and on a small phone: axe finds no fault, and nothing scrolls sideways.</summary>
    public static async Task FindsNothingAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        foreach (var (scheme, width) in Looks)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.SetViewportSizeAsync(width, 900);
            var faults = await page.EvaluateAsync<string[]>(Run);
            Assert.True(faults.Length == 0, $"{page.Url}, {scheme}, {width}: {string.Join('\n', faults)}");
            Assert.True(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{page.Url} scrolls sideways at {width}");
        }
    }
}
