using LlmGuide.Core.Figures;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>A figure that can be touched, where it stands.</summary>
internal sealed class FigurePage(IPage page, Figure figure)
{
    // The values of what the module may change. The viewBox and the number of parts are among them.
    private const string Read =
        """
        (svg) => JSON.stringify([svg.getAttribute('viewBox'), ...[...svg.querySelectorAll('[data-part]')].map(part =>
          [part, ...part.children].map(e => [e.localName, e.children.length ? '' : e.textContent,
            ...[...e.attributes].map(a => a.name + '=' + a.value).sort()].join(' ')))])
        """;

    public ILocator Sentence => Figure.Locator("output");

    private ILocator Figure => page.Locator($"#{figure.Anchor}");

    /// <summary>Follows the first link of the list of figures to a topic with it.</summary>
    public static async Task<FigurePage> OpenAsync(IPage page, Figure figure)
    {
        await page.GotoAsync("/figures");
        await page.Locator($"#{figure.Anchor} figcaption a").First.ClickAsync();
        var opened = new FigurePage(page, figure);
        await Assertions.Expect(opened.Figure.Locator(".knobs")).ToHaveCountAsync(1);
        return opened;
    }

    public async Task<string> DrawingAsync() => await Figure.Locator("svg").EvaluateAsync<string>(Read);

    /// <summary>As the server sent it.</summary>
    public async Task<string> SentDrawingAsync() => await page.EvaluateAsync<string>(
        $$"""
        async id => {
          const sent = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
          return ({{Read}})(sent.getElementById(id).querySelector('svg'));
        }
        """,
        figure.Anchor);

    /// <summary>Takes the first control to its one end, or to the next choice.</summary>
    public async Task PressAsync()
    {
        var control = Figure.Locator(".knobs input[type=range], .knobs select").First;
        await control.FocusAsync();
        await control.PressAsync(await control.EvaluateAsync<string>(
            """
            c => c.matches('select')
              ? c.selectedIndex === 0 ? 'ArrowDown' : 'ArrowUp'
              : c.valueAsNumber > Number(c.min) ? 'Home' : 'End'
            """));
    }

    public Task ResetAsync() => Figure.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
}
