using System.Text.RegularExpressions;

using Microsoft.Playwright;

namespace LlmGuide.Browser.Tests.Pages;

/// <summary>A link that is opened leads somewhere: what is asked next is asked of that page, and not of the one that was left.</summary>
internal static class Following
{
    /// <param name="page">Where the link is.</param>
    /// <param name="link">To another page of the site, without a redirect on the way.</param>
    /// <param name="open">How a person opens it.</param>
    public static async Task LinkAsync(IPage page, ILocator link, Func<ILocator, Task> open)
    {
        var address = await link.EvaluateAsync<string>("link => link.href");
        Assert.NotEqual(page.Url, address);
        await open(link);
        await Assertions.Expect(page).ToHaveURLAsync(address);
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Waits until the address is one that this pattern knows.</summary>
    public static Task ArrivesAsync(IPage page, string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
}
