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
    public Task<IReadOnlyList<(string Text, string Fonts)>> FontsAsync(IEnumerable<string> pieces) =>
        new DrawnText(page).FontsAsync($"<math id=pieces>{string.Concat(pieces)}</math>");
}
