using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>A page with works, and how far its reader is with them.</summary>
internal sealed class ReadingPage(IPage page)
{
    public const string Attention = "attention-is-all-you-need";
    public const string Gpt = "lets-build-gpt";

    public ILocator Note => page.Locator("#mark-note");

    public ILocator Button(string work, string state = "read") => page.Locator($"[data-work={work}] [data-state={state}]").First;

    /// <summary>Presses a button, and waits until it shows what it says.</summary>
    public async Task MarkAsync(string work, string state = "read", bool pressed = true)
    {
        await Button(work, state).ClickAsync();
        await ShowsAsync(work, state, pressed);
    }

    public Task ShowsAsync(string work, string state = "read", bool pressed = true) =>
        Assertions.Expect(Button(work, state)).ToHaveAttributeAsync("aria-pressed", pressed ? "true" : "false");

    /// <summary>Waits until this page has sent what the browser kept.</summary>
    public Task SentAsync() => page.WaitForFunctionAsync(
        """
        () => {
          const kept = localStorage.getItem('llmguide-progress')
          return kept && Object.keys(JSON.parse(kept).marks).length === 0
        }
        """);

    /// <summary>What the map says and draws, without its order in the document.</summary>
    public async Task<string[]> MapAsync() => await page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('.stop, .stage-h')].map(row => [
          row.querySelector('h3 a, h2').textContent, row.getAttribute('aria-current'),
          ...[...row.querySelectorAll('.rail line, .rail path:not(.under, .alt, .tick)')].map(line => line.getAttribute('class')),
          row.querySelector('.full') ? 'full' : '', row.querySelector('.halo') ? 'halo' : '',
          row.querySelector('.ring')?.getAttribute('stroke-dasharray') ?? '', row.querySelector('.here')?.textContent ?? '',
        ].join(' '))
        """);
}
