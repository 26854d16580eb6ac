using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>The home page: the whole path.</summary>
internal sealed class PathPage(IPage page)
{
    private const string Stop = ".stop h3 a";

    public async Task<TopicPage> OpenTopicAsync(string title)
    {
        await Following.LinkAsync(page, page.Locator(Stop, new PageLocatorOptions { HasText = title }).First, link => link.ClickAsync());
        return new TopicPage(page);
    }

    /// <summary>Goes from link to link with the Tab key until the one with this text has the focus, and opens it.</summary>
    public static async Task OpenWithKeyboardAsync(IPage page, string text, int mostKeys = 60)
    {
        for (var key = 0; key < mostKeys; key++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = page.Locator(":focus");
            Assert.NotEqual("none", await focused.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
            if ((await focused.InnerTextAsync()).Trim() == text)
            {
                await Following.LinkAsync(page, focused, _ => page.Keyboard.PressAsync("Enter"));
                return;
            }
        }

        Assert.Fail($"The Tab key did not reach “{text}”.");
    }
}

/// <summary>A topic.</summary>
internal sealed class TopicPage(IPage page)
{
    private const string Heading = "h1";
    private const string Essential = "ol.res > li > .title a";

    public Task<string> TitleAsync() => page.Locator(Heading).InnerTextAsync();

    public Task OpenFirstEssentialAsync() => Following.LinkAsync(page, page.Locator(Essential).First, link => link.ClickAsync());
}
