using System.Text.Json;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>What the browser draws the text of a page with.</summary>
internal sealed class DrawnText(IPage page)
{
    /// <summary>
    /// For each child of the element whose id is <c>pieces</c>, in <paramref name="html"/>, which takes the place of the page's content,
    /// its text and the fonts that its glyphs are from; those of the page have an asterisk.
    /// </summary>
    public async Task<IReadOnlyList<(string Text, string Fonts)>> FontsAsync(string html)
    {
        await page.EvaluateAsync(
            """
            async html => {
              const main = document.querySelector('main');
              main.innerHTML = html;
              await (main.offsetHeight, document.fonts.ready);
            }
            """,
            html);
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
            var names = fonts!.Value.GetProperty("fonts").EnumerateArray().Select(Name).Distinct().Order(StringComparer.Ordinal);
            found.Add((text, string.Join(", ", names)));
        }

        return found;
    }

    private static string Name(JsonElement font) =>
        font.GetProperty("familyName").GetString() + (font.GetProperty("isCustomFont").GetBoolean() ? "*" : "");
}
