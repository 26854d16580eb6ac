using System.Text.Json;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>What the browser drew of the formulas of a page.</summary>
internal sealed class DrawnFormulas(IPage page)
{
    /// <summary>How much wider each visible root is than what stands under it, in em. Without a maths font it is nothing.</summary>
    public Task<double[]> RootsAsync() => page.EvaluateAsync<double[]>(
        """
        async () => {
          await document.fonts.ready;
          const width = element => element.getBoundingClientRect().width;
          return [...document.querySelectorAll('msqrt')].filter(root => root.checkVisibility()).map(root =>
            (width(root) - [...root.children].reduce((sum, child) => sum + width(child), 0)) / parseFloat(getComputedStyle(root).fontSize));
        }
        """);

    /// <summary>How tall each bracket is, measured by the tallest thing beside it.</summary>
    public Task<double[]> BracketsAsync() => page.EvaluateAsync<double[]>(
        """
        async () => {
          await document.fonts.ready;
          const height = element => element.getBoundingClientRect().height;
          return [...document.querySelectorAll('mo[fence=true][stretchy=true]')].map(bracket =>
            height(bracket) / Math.max(...[...bracket.parentElement.children].filter(e => e.localName !== 'mo').map(height)));
        }
        """);

    /// <summary>For each piece of MathML its text and the fonts that its glyphs are from; those of the page have an asterisk.</summary>
    public async Task<IReadOnlyList<(string Text, string Fonts)>> FontsAsync(IEnumerable<string> pieces)
    {
        await page.EvaluateAsync(
            """
            async html => {
              const main = document.querySelector('main');
              main.innerHTML = `<math id=pieces>${html}</math>`;
              await (main.offsetHeight, document.fonts.ready);
            }
            """,
            string.Concat(pieces));
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("DOM.enable");
        await browser.SendAsync("CSS.enable");
        var root = (await browser.SendAsync("DOM.getDocument"))!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        var nodes = await browser.SendAsync("DOM.querySelectorAll", new() { ["nodeId"] = root, ["selector"] = "#pieces > *" });
        var texts = await page.Locator("#pieces > *").AllTextContentsAsync();
        var found = new List<(string, string)>();
        foreach (var (text, node) in texts.Zip(nodes!.Value.GetProperty("nodeIds").EnumerateArray()))
        {
            var fonts = await browser.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = node.GetInt32() });
            found.Add((text, string.Join(", ", fonts!.Value.GetProperty("fonts").EnumerateArray().Select(Name))));
        }

        return found;
    }

    private static string Name(JsonElement font) =>
        font.GetProperty("familyName").GetString() + (font.GetProperty("isCustomFont").GetBoolean() ? "*" : "");
}
