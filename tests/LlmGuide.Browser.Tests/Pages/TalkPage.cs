using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>The discussion at the foot of a page.</summary>
internal sealed class TalkPage(IPage page)
{
    public ILocator Box => page.Locator("#say");

    public ILocator Status => page.Locator("#talk > .compose .status");

    public ILocator Comment(string text) => page.Locator("li.c").Filter(new LocatorFilterOptions { HasText = text }).Last;

    public async Task PostAsync(string text)
    {
        await Box.FillAsync(text);
        await page.ClickAsync("#talk > .compose button.go");
    }

    /// <summary>Waits until a comment is there.</summary>
    public Task SeeAsync(string text) => Comment(text).WaitForAsync();
}
